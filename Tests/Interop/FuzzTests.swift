import DNSMessages
import DNSMessagesSupport
import PostRoad
import Testing

/// No message stops the solutions of chapter 1. The benchmark's `fuzz` puts a hundred times as many to them.
@Suite struct FuzzTests {
  // RFC 9267: what a parser of DNS messages must withstand
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `damaged messages are refused, or read and written the same`(
    seed: UInt64
  ) {
    var fuzz = MessageFuzz(seed: seed, parse: parseMessage, encode: encodeMessage)
    let report = fuzz.damage(count: 5000)
    #expect(report.faults.prefix(3) == [])
    #expect(report.read > 250 && report.refused > 250, "\(report.read) read, \(report.refused) refused")
  }

  // RFC 1035 §4.1: what is written is what was meant
  @Test func `generated messages are read as they were written`() {
    var fuzz = MessageFuzz(seed: 5, parse: parseMessage, encode: encodeMessage)
    let report = fuzz.generate(count: 2000)
    #expect(report.faults.prefix(3) == [])
    #expect(report.read == 2000)
  }
}
