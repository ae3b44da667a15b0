import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct TCPFramingTests {
  private func filled(_ count: Int) -> [UInt8] { [UInt8](repeating: 7, count: count) }

  private func frames(_ message: [UInt8], _ bytes: [UInt8], _ rule: String) throws {
    try check("frameForTCP(_:)", message, returns: bytes, rule) { try frameForTCP($0) }
  }
  /// Gives a piece to a framer, which hands out these messages.
  private func receive(
    _ bytes: [UInt8], gives messages: [[UInt8]], _ rule: String, _ framer: inout TCPFramer,
    _ steps: inout CheckSteps
  ) throws {
    let piece = bytes.count > 8 ? "\(bytes.count) bytes, \(hex(Array(bytes.prefix(8)))) …" : hex(bytes)
    try steps.check("receive(\(piece))", returns: messages, rule) { try framer.receive(bytes) }
  }
  private func finish(
    throws received: Int, _ rule: String, _ framer: TCPFramer, _ steps: inout CheckSteps
  ) throws {
    let error = DNS.FramingError.endedInside(received: received)
    try steps.check("finish()", throws: error, rule) { try framer.finish() }
  }

  // RFC 1035 §4.2.2
  @Test func `two octets of length come before a message`() throws {
    try frames([0xAA, 0xBB, 0xCC], [0, 3, 0xAA, 0xBB, 0xCC], "the length does not count itself")
    try frames(filled(0x1234), [0x12, 0x34] + filled(0x1234), "the high octet comes first")
    try frames(filled(0x100), [1, 0] + filled(0x100), "256 bytes are 01 00")
    try frames([], [0, 0], "no bytes are 0 bytes")
  }

  // RFC 1035 §4.2.2: sixteen bits
  @Test func `a message of 65,535 bytes is the longest`() throws {
    try frames(filled(65_535), [0xFF, 0xFF] + filled(65_535), "ffff, then the message")
    for count in [65_536, 65_537, 131_072] {
      try check(
        "frameForTCP(_:)", filled(count), throws: DNS.MessageError.tooLong(count),
        "two octets hold 65,535 at most"
      ) { try frameForTCP($0) }
    }
  }

  // RFC 7766 §6.2.1: several messages on one connection
  @Test func `several messages may come at once`() throws {
    var (framer, steps) = (TCPFramer(), CheckSteps())
    try receive(
      [0, 1, 0xAA, 0, 2, 0xBB, 0xCC, 0, 0, 0, 1, 0xDD], gives: [[0xAA], [0xBB, 0xCC], [], [0xDD]],
      "each without its length; one has no bytes", &framer, &steps)
    try receive([], gives: [], "nothing came, and nothing is handed out twice", &framer, &steps)
    let many = [[UInt8]](repeating: [], count: 300)
    try receive([UInt8](repeating: 0, count: 600), gives: many, "300 messages of no bytes", &framer, &steps)
    try receive([0], gives: [], "half a length", &framer, &steps)
    try receive([0], gives: [[]], "the other half: a message of no bytes", &framer, &steps)
  }

  // RFC 1035 §4.2.2: a message has up to 65,535 bytes, a piece any number
  @Test func `no piece is too large`() throws {
    var (framer, steps) = (TCPFramer(), CheckSteps())
    let message = filled(40_000)
    let longest = filled(65_535)
    let stream = [0x9C, 0x40] + message + [0x9C, 0x40] + message + [0xFF, 0xFF]
    try receive(
      stream, gives: [message, message], "two messages of 40,000 bytes in one piece", &framer, &steps)
    try receive(Array(longest.dropLast()), gives: [], "a byte is missing of 65,535", &framer, &steps)
    try receive([7, 0], gives: [longest], "the longest message is complete", &framer, &steps)
    try finish(throws: 1, "half a length is left", framer, &steps)
  }

  // RFC 7766 §8: a length and its message may come in different pieces
  @Test func `messages are found wherever the stream is cut`() throws {
    let stream: [UInt8] = [0, 3, 0xAA, 0xBB, 0xCC, 0, 0, 0, 2, 0xDD, 0xEE, 0, 0]
    // The messages, and how many bytes of the stream have come when each is complete.
    let ends: [(message: [UInt8], end: Int)] = [
      ([0xAA, 0xBB, 0xCC], 5), ([], 7), ([0xDD, 0xEE], 11), ([], 13),
    ]
    for first in 0...stream.count {
      for second in first...stream.count {
        var (framer, steps) = (TCPFramer(), CheckSteps())
        for piece in [0..<first, first..<second, second..<stream.count] {
          let complete = ends.filter { $0.end > piece.lowerBound && $0.end <= piece.upperBound }.map(
            \.message)
          try receive(
            Array(stream[piece]), gives: complete, "a message is handed out with its last byte", &framer,
            &steps)
        }
      }
    }
  }

  // RFC 1035 §4.2.2
  @Test func `a message is handed out with its last byte, not before and not after`() throws {
    var (framer, steps) = (TCPFramer(), CheckSteps())
    for (byte, expected) in [
      (0, []), (2, []), (0xAA, []), (0xBB, [[0xAA, 0xBB]]), (0, []), (0, [[]]), (0, []), (1, []),
      (0xCC, [[0xCC]]),
    ] as [(UInt8, [[UInt8]])] {
      try receive([byte], gives: expected, "with its last byte, once", &framer, &steps)
    }
  }

  // RFC 7766 §6.2.4: either end may close the connection
  @Test func `a stream that ends inside a message says so`() throws {
    for (bytes, left) in [
      ([0], 1), ([0, 1], 2), ([0, 1, 0xAA, 0, 5, 1, 2], 4), ([0, 0, 0], 1),
      ([0xFF, 0xFF] + filled(65_534), 65_536),
    ] as [([UInt8], Int)] {
      var (framer, steps) = (TCPFramer(), CheckSteps())
      try steps.run("receive(_:) of \(bytes.count) bytes") { try framer.receive(bytes) }
      try finish(
        throws: left, "the bytes that belong to no whole message, their length counted", framer, &steps)
    }
    var (framer, steps) = (TCPFramer(), CheckSteps())
    try steps.run("finish()", "nothing came, and nothing is missing") { try framer.finish() }
    try receive([0, 1, 0xAA], gives: [[0xAA]], "a whole message", &framer, &steps)
    try steps.run("finish()", "everything that came was handed out") { try framer.finish() }
    try receive([0, 1], gives: [], "a length", &framer, &steps)
    try finish(throws: 2, "two bytes are waiting", framer, &steps)
    try finish(throws: 2, "finish() takes nothing away", framer, &steps)
    try receive([0xBB], gives: [[0xBB]], "the message that was waited for", &framer, &steps)
  }

  // RFC 7766 §6.2.1: each connection is a stream of its own
  @Test func `two connections do not mix`() throws {
    var (one, other, steps) = (TCPFramer(), TCPFramer(), CheckSteps())
    steps.note("two framers, in turn: the first")
    try receive([0, 2, 0xAA], gives: [], "a byte is missing", &one, &steps)
    steps.note("the second")
    try receive([0, 1, 0xBB], gives: [[0xBB]], "whole, whatever waits at the other", &other, &steps)
    steps.note("the first")
    try receive([0xCC], gives: [[0xAA, 0xCC]], "its own bytes", &one, &steps)
    steps.note("both")
    try steps.run("finish()") { try one.finish() }
    try steps.run("finish()") { try other.finish() }
  }

  // Recorded over TCP from NSD, Knot and BIND, cut at random
  @Test func `real replies come out of any pieces`() throws {
    var random = SeededRandom(seed: 7766)
    let recorded = WireMessage.all.filter { $0.transport == "tcp" }.map(\.bytes)
    let stream = try recorded.flatMap { try frameForTCP($0) }
    for _ in 0..<10 {
      var pieces: [ArraySlice<UInt8>] = []
      while pieces.last?.endIndex != stream.count {
        pieces.append(
          stream[(pieces.last?.endIndex ?? 0)...].prefix(Int.random(in: 1...1460, using: &random)))
      }
      try check(
        "receive(_:), all messages of a stream in pieces of so many bytes", pieces.map(\.count),
        returns: recorded, "the same messages, byte by byte"
      ) { _ in
        var framer = TCPFramer()
        let messages = try pieces.flatMap { try framer.receive(Array($0)) }
        try framer.finish()
        return messages
      }
    }
  }
}
