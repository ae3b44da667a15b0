import PostRoad
import TestSupport

/// A client's query, and what Unbound and BIND replied to it.
public struct ServiceRecording: CheckDescribable, Sendable {
  public let query: DNS.Message
  /// Whether the client may ask.
  public let isAllowed: Bool
  /// `cached`; `new`, which an authority answers; `missing`, which does not exist; `dead`, of whom nobody can be asked.
  public let about: String
  public let unbound: String
  public let bind: String
  /// The row as it was recorded.
  public let checkDescription: String

  public static let all: [ServiceRecording] = text.split(separator: "\n").map { row in
    let words = row.split(separator: " ").map(String.init)
    let header = DNS.Header(
      id: 0x1234, isResponse: words[2] == "1", opcode: DNS.Opcode(rawValue: UInt8(words[3]) ?? 0),
      recursionDesired: words[0] == "1", checkingDisabled: words[1] == "1")
    let asked = question("www.postroad.example A")
    return ServiceRecording(
      query: DNS.Message(header: header, questions: Array(repeating: asked, count: Int(words[4]) ?? 0)),
      isAllowed: words[5] == "1", about: words[6], unbound: words[7], bind: words[8],
      checkDescription: String(row))
  }

  /// A reply as the rows have it: `NOERROR,rd,ra,answers=2`. Of FORMERR and NOTIMP the code alone: Unbound and BIND set no RA in them and BIND no
  /// RD, of which RFC 1035 §4.1.1 says nothing.
  public static func told(_ reply: DNS.Message?) -> String {
    guard let reply else { return "nothing" }
    let header = reply.header
    let codes = ["NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED"]
    let code = Int(header.responseCode.rawValue)
    let flags = [
      ("aa", header.isAuthoritative), ("tc", header.isTruncated), ("rd", header.recursionDesired),
      ("ra", header.recursionAvailable), ("cd", header.checkingDisabled),
    ]
    let all =
      [code < codes.count ? codes[code] : "\(code)"] + flags.filter(\.1).map(\.0) + [
        "answers=\(reply.answers.count)"
      ]
    return shortened(all.joined(separator: ","))
  }

  /// Whether one of the two replied so.
  public func agrees(with told: String) -> Bool {
    told == Self.shortened(unbound) || told == Self.shortened(bind)
  }

  /// What the two replied, in words.
  public var wanted: String {
    let (first, second) = (Self.shortened(unbound), Self.shortened(bind))
    return first == second
      ? "Unbound and BIND reply: \(first)" : "Unbound or BIND reply: \(first), or \(second)"
  }

  private static func shortened(_ told: String) -> String {
    let words = told.split(separator: ",").filter { !$0.hasPrefix("questions=") }
    guard let code = words.first, code != "FORMERR", code != "NOTIMP" else {
      return String(words.first ?? "")
    }
    return words.joined(separator: ",")
  }
}
