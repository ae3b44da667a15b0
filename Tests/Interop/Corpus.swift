import Foundation
import PostRoad
import Testing

/// The corpus's messages, one JSON object a line.
enum Corpus {
  struct Message: Decodable {
    let name: String
    let hex: String
    let hdr: Fields
    /// What the two libraries say: `ok`, or the name of an error.
    let dnspython, dnslib: String
    /// The message as dnspython prints it, where it could.
    let text: String?

    /// Whether both libraries read the message to its end.
    var isGood: Bool { dnspython == "ok" && dnslib == "ok" }
  }

  /// The fields under the names that the corpus gives them; `z` is the one bit 0x40 of byte 3.
  struct Fields: Decodable {
    let id: UInt16
    let opcode: UInt8
    let qr, aa, tc, rd, ra, z, ad, cd: Int
    let rcode, qd, an, ns, ar: UInt16

    var header: DNS.Header {
      DNS.Header(
        id: id, isResponse: qr == 1, opcode: DNS.Opcode(rawValue: opcode), isAuthoritative: aa == 1,
        isTruncated: tc == 1, recursionDesired: rd == 1, recursionAvailable: ra == 1, reservedBit: z == 1,
        isAuthenticData: ad == 1, checkingDisabled: cd == 1, responseCode: DNS.ResponseCode(rawValue: rcode),
        questionCount: qd, answerCount: an, authorityCount: ns, additionalCount: ar)
    }
  }

  /// The top of the package, two folders above this file's.
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The corpus folder, or nil where the variable is unset or empty.
  static var folder: URL? {
    let path = ProcessInfo.processInfo.environment["WORKBOOK_CORPUS"] ?? ""
    guard !path.isEmpty else { return nil }
    return URL(filePath: path, directoryHint: .isDirectory, relativeTo: package)
  }

  static func messages() throws -> [Message] {
    let folder = try #require(folder)
    let text = try Data(contentsOf: folder.appending(path: "dns/messages.jsonl"))
    return try text.split(separator: UInt8(ascii: "\n")).map { line in
      try JSONDecoder().decode(Message.self, from: line)
    }
  }
}
