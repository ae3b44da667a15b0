/// Why an origin has not answered.
package enum OriginFailure: Error, Hashable, Sendable {
  /// There is no connection to be had.
  case unreachable(String)
  /// It took too long.
  case timedOut(milliseconds: Int64)
  /// The connection ended before the response did.
  case cutShort
  /// A connection that was kept from earlier requests ended, and no octet of a response has come: it may have ended before the
  /// request arrived.
  case keptConnectionEnded
  /// What came is no response.
  case badResponse(String)
  /// The response is larger than may be kept.
  case tooLarge(limit: Int)
}

extension OriginFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreachable(let why): "unreachable (\(why))"
    case .timedOut(let milliseconds): "no answer within \(milliseconds) ms"
    case .cutShort: "the connection ended before the response did"
    case .keptConnectionEnded: "the kept connection has ended"
    case .badResponse(let why): "not a response (\(why))"
    case .tooLarge(let limit): "a body of more than \(limit) octets"
    }
  }

  /// What a gateway tells its client (RFC 9110 §15.6.3, §15.6.5).
  package var status: Int { if case .timedOut = self { 504 } else { 502 } }
}
