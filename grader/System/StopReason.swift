/// Why a child was ended before its time. A value that is judged.
package enum StopReason: Equatable, Sendable {
  /// Nothing was heard of it for so many seconds of its own time.
  case silence(seconds: Double)
  /// It took so many seconds in all.
  case deadline(seconds: Double)
  /// It asked for more than so many bytes.
  case memory(bytes: Int)
}

extension StopReason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .silence(let seconds): "\(Int(seconds.rounded())) s without an event"
    case .deadline(let seconds): "\(Int(seconds.rounded())) s in all"
    case .memory(let bytes): "it had asked for \(bytes >> 30) GiB of memory"
    }
  }
}
