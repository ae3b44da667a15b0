import PostRoad
import TestSupport

/// A reply in words, compared line by line: the response code and AA, then each section's records in their order.
public struct ReplyText: Equatable, CheckDescribable, Sendable {
  public let lines: [String]

  /// - Parameters:
  ///   - head: `NXDOMAIN AA`.
  ///   - records: each as `DNS.ResourceRecord.zoneLine` has it.
  public init(
    _ head: String, answer: [String] = [], authority: [String] = [], additional: [String] = []
  ) {
    lines =
      [head] + answer.map { "answer " + $0 } + authority.map { "authority " + $0 }
      + additional.map { "additional " + $0 }
  }

  public init(_ reply: DNS.AuthorityReply) {
    self.init(
      codeText(reply.responseCode) + (reply.isAuthoritative ? " AA" : ""),
      answer: reply.answers.map(\.zoneLine), authority: reply.authorities.map(\.zoneLine),
      additional: reply.additionals.map(\.zoneLine))
  }

  public var checkDescription: String { lines.joined(separator: "\n") }
}

/// `NXDOMAIN`, as dig prints it.
public func codeText(_ code: DNS.ResponseCode) -> String {
  let names: [UInt16: String] = [
    0: "NOERROR", 1: "FORMERR", 2: "SERVFAIL", 3: "NXDOMAIN", 4: "NOTIMP", 5: "REFUSED", 16: "BADVERS",
  ]
  return names[code.rawValue] ?? "RCODE\(code.rawValue)"
}
