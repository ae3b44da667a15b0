import DNSMessages
import DNSMessagesSupport
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
