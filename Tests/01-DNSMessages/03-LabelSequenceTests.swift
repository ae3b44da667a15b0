import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct LabelSequenceTests {
  private let www = bytes(hex: "0377 7777 0870 6f73 7472 6f61 6407 6578 616d 706c 6500")

  /// The name at an offset, and where reading goes on.
  private func read(_ message: [UInt8], at start: Int = 0) throws -> (name: DNS.Name, end: Int) {
    var offset = start
    let name = try readLabels(message, at: &offset)
    return (name, offset)
  }

  /// A label of so many octets, with its length.
  private func label(_ count: Int) -> [UInt8] { [UInt8(count)] + [UInt8](repeating: 0x61, count: count) }

  // RFC 1035 §3.1; the bytes are those of a query that dig sent
  @Test func `labels follow each other until the root`() throws {
    let (name, end) = try read(www)
    let expected = plainName("www.postroad.example").labels
    #expect(name.labels == expected, "3 w w w, 8 p o s t r o a d, 7 e x a m p l e, 0")
    #expect(end == 22, "the root's octet is the last of 22")
  }

  // RFC 1035 §3.1
  @Test func `reading begins at the offset and goes on behind the root`() throws {
    let (name, end) = try read([0xFF, 0xFF] + www + [0x00, 0x01], at: 2)
    #expect(name.labels.count == 3, "two bytes stand before the name, and two behind it")
    #expect(end == 24, "two bytes, and the 22 of the name")
    let root = try read([0x00, 0x05])
    #expect(root.name.labels.isEmpty && root.end == 1, "the root alone is one octet, and has no label")
  }

  // RFC 1035 §3.1: a label's octets are any; RFC 4343 §4.1: their case is kept
  @Test func `the octets of a label are kept as they came`() throws {
    let octets: [UInt8] = [0x57, 0x77, 0x2E, 0x00, 0xC0, 0xFF]
    let (name, _) = try read([6] + octets + [0])
    #expect(name.labels == [octets], "W, w, a dot, a zero, 0xc0 and 0xff are octets like any other")
  }

  // RFC 1035 §2.3.4, §4.1.4: six bits of length, 01 and 10 are reserved, 11 is a pointer
  @Test func `only 00 in the two high bits is a length`() throws {
    let (longest, _) = try read(label(0x3F) + [0])
    #expect(longest.labels.map(\.count) == [63], "0x3f is the longest label")
    for octet in UInt8(0x40)...0xBF {
      try #require(throws: DNS.NameError.reservedLabelType(at: 2), "\(hex([octet])): 01 or 10, reserved") {
        try read([1, 0x61, octet] + [UInt8](repeating: 0, count: 200))
      }
    }
    for octet in UInt8(0xC0)...0xFF {
      try #require(throws: DNS.NameError.unexpectedPointer(at: 2), "\(hex([octet])): 11 is a pointer") {
        try read([1, 0x61, octet] + [UInt8](repeating: 0, count: 200))
      }
    }
  }

  // RFC 1035 §2.3.4: 255 octets or less, and the root's is one of them (RFC 1035 §3.1)
  @Test func `a name of 255 octets is the longest`() throws {
    let most = label(63) + label(63) + label(63)
    let (name, end) = try read(most + label(61) + [0])
    #expect(
      name.labels.map(\.count) == [63, 63, 63, 61] && end == 255, "192 and 62 and the root's 1 are 255")
    #expect(throws: DNS.NameError.tooLong(at: 192), "192 and 63 and the root's 1 are 256") {
      try read(most + label(62) + [0])
    }
    #expect(throws: DNS.NameError.tooLong(at: 254), "127 labels of one octet are 254, and one more is 256") {
      try read([[UInt8]](repeating: label(1), count: 128).flatMap(\.self) + [0])
    }
  }

  // RFC 1035 §3.1: the root ends every name
  @Test func `a name without its end is truncated`() throws {
    for length in 0..<www.count {
      let cut = Array(www.prefix(length))
      try #require(throws: DNS.MessageError.truncated(at: length), "the first \(length) of 22 octets") {
        try read(cut)
      }
    }
  }

  // The specification above readLabels
  @Test func `a label that is not there in full is truncated, not too long`() {
    let cut = label(63) + label(63) + label(63) + [62, 0x61]
    #expect(throws: DNS.MessageError.truncated(at: cut.count), "62 octets are promised, one is there") {
      try read(cut)
    }
  }

  // The specification above readLabels
  @Test func `an error leaves the offset alone`() {
    var offset = 3
    #expect(throws: DNS.MessageError.truncated(at: 9)) {
      try readLabels([0, 0, 0, 2, 0x61, 0x62, 5, 0x61, 0x62], at: &offset)
    }
    #expect(offset == 3, "the name began at 3, and was not read")
  }

  // RFC 1035 §3.1
  @Test func `a name is written as lengths and labels`() throws {
    let bytes = hex(try writeLabels(plainName("www.postroad.example")))
    #expect(bytes == hex(www), "each label behind its length, and a zero")
    let root = hex(try writeLabels(.root))
    #expect(root == "00", "the root is a zero and nothing else")
    let kept = hex(try writeLabels(plainName("WwW")))
    #expect(kept == "03 57 77 57 00", "the case is written as it is")
  }

  // RFC 1035 §2.3.4
  @Test func `what no name can hold is not written`() throws {
    let labels = [63, 63, 63, 61].map { [UInt8](repeating: 0x61, count: $0) }
    let longest = try writeLabels(DNS.Name(labels: labels))
    #expect(longest.count == 255, "255 octets are the most, the root's counted")
    #expect(throws: DNS.NameError.labelTooLong(64), "a length of 64 would be a reserved label type") {
      try writeLabels(DNS.Name(labels: [[UInt8](repeating: 0x61, count: 64)]))
    }
    #expect(throws: DNS.NameError.nameTooLong(256), "192 and 63 and the root's 1 are 256") {
      try writeLabels(DNS.Name(labels: [63, 63, 63, 62].map { [UInt8](repeating: 0x61, count: $0) }))
    }
    #expect(throws: DNS.NameError.emptyLabel, "an empty label would be read as the root, the end") {
      try writeLabels(DNS.Name(labels: [[0x61], [], [0x62]]))
    }
  }

  // Names made at random: what is written is read
  @Test func `reading takes back what writing wrote`() throws {
    var random = SeededRandom(seed: 255)
    for _ in 0..<100 {
      let labels = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        (0..<Int.random(in: 1...63, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      }
      let written = try writeLabels(DNS.Name(labels: labels))
      let (name, end) = try read(written + [0xFF])
      try #require(name.labels == labels, "\(hex(written))")
      try #require(end == written.count, "\(hex(written))")
    }
  }
}
