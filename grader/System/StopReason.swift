/// Why a child was ended before its time. A value that is judged; the words for it are made where it is shown.
package enum StopReason: Equatable, Sendable {
  /// Nothing was heard of it for so many seconds of its own time.
  case silence(seconds: Double)
  /// It took so many seconds in all.
  case deadline(seconds: Double)
  /// It asked for more than so many bytes.
  case memory(bytes: Int)
}
