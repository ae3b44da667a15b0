extension HTTP {
  /// A directive of Cache-Control: `no-store`, `max-age=60`, `private="set-cookie"`.
  public struct Directive: Hashable, Sendable {
    /// In lower case.
    public var name: String
    /// What follows the `=`, without the quotes of a quoted string; nil where there is no `=`.
    public var argument: String?

    public init(_ name: String, _ argument: String? = nil) {
      self.name = name
      self.argument = argument
    }
  }

  /// The directives of a message in their order. A directive may be there more than once.
  public struct CacheControl: Hashable, Sendable {
    public var directives: [Directive]

    public init(_ directives: [Directive] = []) { self.directives = directives }

    /// The first directive with this name, which is given in lower case.
    public subscript(name: String) -> Directive? { directives.first { $0.name == name } }

    /// Whether there is a directive with this name, which is given in lower case.
    public func contains(_ name: String) -> Bool { self[name] != nil }
  }

  /// Why the argument of a directive is not a time.
  public enum DeltaSecondsError: Error, Hashable, Sendable {
    /// The directive has no argument.
    case missing
    /// The argument is not digits alone.
    case notDigits(String)
  }
}
