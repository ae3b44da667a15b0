import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

/// Whole messages that others have collected and decoded, many of them changed to break parsers: `dns/messages.jsonl`
/// in the folder that `WORKBOOK_CORPUS` names.
@Suite(.enabled(if: Corpus.folder != nil, "set WORKBOOK_CORPUS to the corpus folder to run it"))
struct CorpusMessagesTests {
  /// The message, or nil where it breaks a rule of chapter 1; any other error fails the test.
  private func parsed(_ bytes: [UInt8]) throws -> DNS.Message? {
    do {
      return try parseMessage(bytes)
    } catch is DNS.MessageError {
      return nil
    } catch is DNS.NameError {
      return nil
    } catch is DNS.RecordError {
      return nil
    }
  }

  // dnspython and dnslib read these messages to their end
  @Test func `parseMessage reads what both libraries read, and says the same`() throws {
    let good = try Corpus.messages().filter(\.isGood)
    #expect(!good.isEmpty, "the corpus has no messages that both libraries read")
    for message in good {
      let ours = try parseMessage(bytes(hex: message.hex))
      let text = try #require(message.text, "\(message.name)")
      let theirs = text.split(separator: "\n").map { $0.lowercased() }
      for question in ours.questions where !question.type.told.hasPrefix("TYPE") {
        #expect(theirs.contains(question.told.lowercased()), "\(message.name): \(question.told)")
      }
      // dnspython gives all records of a set one TTL and the case of the first, so neither is compared.
      let records = Set(theirs.map(Self.withoutTTL))
      for record in ours.answers + ours.authorities + ours.additionals {
        if case .opaque = record.data { continue }
        let isTold = records.contains(Self.withoutTTL(record.told.lowercased()))
        #expect(isTold, "\(message.name): \(record.told)")
      }
    }
  }

  // RFC 1035 §4.1
  @Test func `encodeMessage writes what parseMessage reads again`() throws {
    var count = 0
    for message in try Corpus.messages() {
      guard let ours = try parsed(bytes(hex: message.hex)) else { continue }
      let again = try parseMessage(encodeMessage(ours))
      #expect(again == ours, "\(message.name)")
      count += 1
    }
    #expect(count > 0, "the corpus has no message that can be read")
  }

  // RFC 9267: no message stops a parser
  @Test func `parseMessage survives every message, cut and changed`() throws {
    var random = SeededRandom(seed: 87)
    var count = 0
    // The few long ones are left out: each of their many cuts would be read to its end.
    for message in try Corpus.messages() where message.hex.count < 4000 {
      let whole = bytes(hex: message.hex)
      for length in stride(from: 0, through: whole.count, by: 17) {
        var changed = Array(whole[..<length])
        _ = try parsed(changed)
        for _ in 0..<min(3, length) {
          changed[Int.random(in: 0..<length, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        if let read = try parsed(changed) {
          let again = try parseMessage(encodeMessage(read))
          #expect(again == read, "\(message.name), \(hex(changed))")
        }
        count += 2
      }
    }
    #expect(count > 0, "the corpus has no messages")
  }

  /// A record's line without its second word.
  private static func withoutTTL(_ line: String) -> String {
    let words = line.split(separator: " ", maxSplits: 2)
    return words.count == 3 ? "\(words[0]) \(words[2])" : line
  }
}
