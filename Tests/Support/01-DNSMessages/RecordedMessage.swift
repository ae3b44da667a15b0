import PostRoad
import TestSupport

/// A DNS message that went over the wire between dig and a real server, and what others read in its header.
public struct RecordedMessage: CustomStringConvertible, Sendable {
  /// Who sent it, with the version: `NSD 4.6.1`.
  public let sender: String
  /// dig's arguments: the name and the type that were asked for, and its options.
  public let question: String
  /// The header's two lines as dig printed them.
  public let dig: [String]
  /// The whole message.
  public let bytes: [UInt8]
  /// What dig read in the header; the recording script had dnspython agree.
  public let header: DNS.Header

  /// A message whose bytes are told in hexadecimal digits.
  init(sender: String, question: String, dig: [String], hex: String, header: DNS.Header) {
    self.sender = sender
    self.question = question
    self.dig = dig
    self.bytes = TestSupport.bytes(hex: hex)
    self.header = header
  }

  /// All of them: what dig sent, what the authority replied, what the resolver replied.
  public static let all = queries + authorityReplies + resolverReplies

  public var description: String {
    "\(header.isResponse ? "the reply of" : "the query of") \(sender) for `\(question)`; "
      + "dig prints: \(dig.joined(separator: "; "))"
  }
}
