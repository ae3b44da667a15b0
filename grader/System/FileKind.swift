/// What may stand at a path.
package enum FileKind: Equatable, Sendable {
  case file
  case folder
  case link
  /// A device, a pipe, a socket, or what nobody knows.
  case other
}
