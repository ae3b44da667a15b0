import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct TCPFramingTests {
  // RFC 1035 §4.2.2
  @Test func `two octets of length stand before a message`() throws {
    let short = hex(try frameForTCP([0xAA, 0xBB, 0xCC]))
    #expect(short == "00 03 aa bb cc", "the length does not count itself")
    let long = try frameForTCP([UInt8](repeating: 7, count: 0x1234))
    let front = hex(Array(long.prefix(3)))
    #expect(front == "12 34 07", "the high octet comes first")
    let none = hex(try frameForTCP([]))
    #expect(none == "00 00", "no bytes are 0 bytes")
  }

  // RFC 1035 §4.2.2: sixteen bits
  @Test func `a message of 65,535 bytes is the longest`() throws {
    let longest = try frameForTCP([UInt8](repeating: 7, count: 65535))
    let front = hex(Array(longest.prefix(3)))
    #expect(front == "ff ff 07", "ffff, then the message")
    #expect(throws: DNS.MessageError.tooLong(65536), "one more does not fit") {
      _ = try frameForTCP([UInt8](repeating: 7, count: 65536))
    }
    var framer = TCPFramer()
    let messages = try framer.receive(longest)
    #expect(messages.map(\.count) == [65535], "and it is found again")
  }

  // RFC 7766 §6.2.1: several messages on one connection
  @Test func `several messages may come at once`() throws {
    var framer = TCPFramer()
    let messages = try framer.receive([0, 1, 0xAA, 0, 2, 0xBB, 0xCC, 0, 0, 0, 1, 0xDD]).map(hex)
    #expect(messages == ["aa", "bb cc", "", "dd"], "each without its length; one has no bytes")
    let more = try framer.receive([]).map(hex)
    #expect(more == [], "nothing came, and nothing is handed out twice")
  }

  // RFC 7766 §8: a length and its message may come in different pieces
  @Test func `messages are found wherever the stream is cut`() throws {
    let stream: [UInt8] = [0, 3, 0xAA, 0xBB, 0xCC, 0, 0, 0, 2, 0xDD, 0xEE]
    for first in 0...stream.count {
      for second in first...stream.count {
        var framer = TCPFramer()
        var trail = StepTrail()
        var messages: [String] = []
        for piece in [stream[..<first], stream[first..<second], stream[second...]] {
          let found = try framer.receive(Array(piece)).map(hex)
          trail.note("receive(\(hex(Array(piece)))) gave \(found)")
          messages += found
        }
        try #require(messages == ["aa bb cc", "", "dd ee"], "\(trail)")
      }
    }
  }

  // RFC 1035 §4.2.2
  @Test func `a message is handed out with its last byte, not before and not after`() throws {
    var framer = TCPFramer()
    var trail = StepTrail()
    for (byte, expected) in [
      (0, []), (2, []), (0xAA, []), (0xBB, ["aa bb"]), (0, []), (1, []), (0xCC, ["cc"]),
    ]
      as [(UInt8, [String])]
    {
      let messages = try framer.receive([byte]).map(hex)
      trail.note("receive(\(hex([byte]))) gave \(messages), should give \(expected)")
      #expect(messages == expected, "\(trail)")
    }
  }

  // RFC 7766 §6.2.4: either end may close the connection
  @Test func `a stream that ends inside a message says so`() throws {
    for (bytes, left) in [([0], 1), ([0, 1], 2), ([0, 1, 0xAA, 0, 5, 1, 2], 4)] as [([UInt8], Int)] {
      var framer = TCPFramer()
      _ = try framer.receive(bytes)
      #expect(throws: DNS.FramingError.endedInside(received: left), "\(hex(bytes))") { try framer.finish() }
    }
    var framer = TCPFramer()
    _ = try framer.receive([0, 1, 0xAA])
    try framer.finish()
    let messages = try framer.receive([]).count
    #expect(messages == 0, "everything that came was handed out: finish() has nothing to say")
  }

  // Recorded over TCP from NSD, Knot and BIND, cut at random
  @Test func `real replies come out of any pieces`() throws {
    var random = SeededRandom(seed: 7766)
    let recorded = WireMessage.all.filter { $0.transport == "tcp" }.map(\.bytes)
    let stream = try recorded.flatMap { try frameForTCP($0) }
    for _ in 0..<10 {
      var framer = TCPFramer()
      var messages: [[UInt8]] = []
      var start = 0
      while start < stream.count {
        let end = min(stream.count, start + Int.random(in: 1...1460, using: &random))
        messages += try framer.receive(Array(stream[start..<end]))
        start = end
      }
      try #require(messages.map(\.count) == recorded.map(\.count), "as many messages of the same lengths")
      let isSame = messages == recorded
      try #require(isSame, "the same messages, byte by byte")
      try framer.finish()
    }
  }
}
