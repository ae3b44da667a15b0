import DNSMessages
import Foundation
import PostRoad
import TestSupport
import Testing

/// Headers of real messages that others have collected and decoded: `dns/messages.jsonl` in the folder that
/// `WORKBOOK_CORPUS` names, a path from the top of the package. The messages keep their own licences, so they
/// are not part of the workbook.
@Suite(.enabled(if: Corpus.folder != nil, "set WORKBOOK_CORPUS to the corpus folder to run it"))
struct CorpusHeaderTests {
  // RFC 1035 §4.1.1, RFC 6895 §2: decoded by the corpus's own libraries
  @Test func `parseHeader reads every header as the corpus tells it`() throws {
    let messages = try Corpus.messages()
    #expect(!messages.isEmpty, "the corpus has no messages")
    for message in messages {
      let wrong = try parseHeader(bytes(hex: message.hex)).differences(from: message.hdr.header)
      #expect(wrong == [], "\(message.name)")
    }
  }

  // RFC 1035 §4.1.1
  @Test func `encodeHeader gives back the twelve bytes that parseHeader read`() throws {
    let messages = try Corpus.messages()
    #expect(!messages.isEmpty, "the corpus has no messages")
    for message in messages {
      let original = bytes(hex: message.hex)
      let written = hex(try encodeHeader(parseHeader(original)))
      #expect(written == hex(Array(original.prefix(DNS.Header.length))), "\(message.name)")
    }
  }
}

/// The corpus's messages, one JSON object a line.
private enum Corpus {
  struct Message: Decodable {
    let name: String
    let hex: String
    let hdr: Fields
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

  /// The corpus folder, or nil where the variable is unset or empty.
  static var folder: URL? {
    let path = ProcessInfo.processInfo.environment["WORKBOOK_CORPUS"] ?? ""
    guard !path.isEmpty else { return nil }
    // This file is two folders below the top of the package.
    let package = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
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
