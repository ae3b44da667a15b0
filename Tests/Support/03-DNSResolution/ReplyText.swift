import PostRoad
import TestSupport

/// A message as a text that is read and written alike, the response code and flags first, then a line a record:
///
/// ```
/// NXDOMAIN aa
/// question   no.postroad.example. A
/// authority  postroad.example. 3600 SOA 300
/// ```
public struct ReplyText: Equatable, CheckDescribable, Sendable {
  public var message: DNS.Message

  public init(_ message: DNS.Message) { self.message = message }

  /// Reads the text; a response unless it says `query`.
  public init(_ text: String) {
    var message = DNS.Message(header: DNS.Header(isResponse: true))
    for line in text.split(separator: "\n") where !line.allSatisfy({ $0 == " " }) {
      let words = line.split(separator: " ")
      let rest = words.dropFirst().joined(separator: " ")
      switch words[0] {
      case "question": message.questions.append(question(rest))
      case "answer": message.answers.append(record(rest))
      case "authority": message.authorities.append(record(rest))
      case "additional": message.additionals.append(record(rest))
      default: message.header = header(words)
      }
    }
    self.message = message
  }

  public var checkDescription: String {
    let header = message.header
    let code = codes.first { $0.code == header.responseCode }?.text ?? "RCODE\(header.responseCode.rawValue)"
    let first = [code] + flags.filter { header[keyPath: $0.flag] }.map(\.text)
    let entries =
      message.questions.map { "question   \(text($0))" } + message.answers.map { "answer     \(text($0))" }
      + message.authorities.map { "authority  \(text($0))" }
      + message.additionals.map { "additional \(text($0))" }
    return ([first.joined(separator: " ") + (header.isResponse ? "" : " query")] + entries)
      .joined(separator: "\n")
  }
}

private func header(_ words: [Substring]) -> DNS.Header {
  guard let code = codes.first(where: { $0.text == words[0] })?.code else {
    fatalError("no response code: \(words)")
  }
  var header = DNS.Header(isResponse: !words.contains("query"), responseCode: code)
  for (text, flag) in flags where words.contains(where: { $0 == text }) { header[keyPath: flag] = true }
  return header
}

private let codes: [(text: String, code: DNS.ResponseCode)] = [
  ("NOERROR", .noError), ("FORMERR", .formatError), ("SERVFAIL", .serverFailure),
  ("NXDOMAIN", .nonExistentDomain), ("NOTIMP", .notImplemented), ("REFUSED", .refused),
]

private var flags: [(text: String, flag: WritableKeyPath<DNS.Header, Bool>)] {
  [
    ("aa", \.isAuthoritative), ("tc", \.isTruncated), ("rd", \.recursionDesired),
    ("ra", \.recursionAvailable),
  ]
}
