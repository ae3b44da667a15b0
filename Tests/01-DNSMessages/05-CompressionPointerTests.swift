import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct CompressionPointerTests {
  /// The name at an offset, and where reading goes on.
  private func read(_ message: [UInt8], at start: Int) throws -> (name: String, end: Int) {
    var offset = start
    let name = try readName(message, at: &offset)
    return (plainText(name), offset)
  }

  // RFC 1035 §4.1.4, the example there: F.ISI.ARPA at 20, FOO and a pointer at 40, a pointer to ARPA at 64, the root
  // at 92
  private let example =
    [UInt8](repeating: 0xEE, count: 20) + bytes(hex: "0146 0349 5349 0441 5250 4100")
    + [UInt8](repeating: 0xEE, count: 8) + bytes(hex: "0346 4f4f c014")
    + [UInt8](repeating: 0xEE, count: 18) + bytes(hex: "c01a")
    + [UInt8](repeating: 0xEE, count: 26) + bytes(hex: "00")

  // RFC 1035 §4.1.4
  @Test func `a pointer stands for the rest of a name`() throws {
    let whole = try read(example, at: 20)
    #expect(whole.name == "F.ISI.ARPA." && whole.end == 32, "a name without a pointer ends behind its root")
    let foo = try read(example, at: 40)
    #expect(foo.name == "FOO.F.ISI.ARPA.", "FOO, and c014 leads to 20, where F.ISI.ARPA stands")
    let arpa = try read(example, at: 64)
    #expect(arpa.name == "ARPA.", "c01a leads to 26, into the middle of that name")
    let root = try read(example, at: 92)
    #expect(root.name == "." && root.end == 93, "the root is one octet")
  }

  // RFC 1035 §4.1.4
  @Test func `reading goes on behind the first pointer`() throws {
    let foo = try read(example, at: 40).end
    #expect(foo == 46, "FOO has four octets and the pointer two, wherever it leads")
    // a at 0; b and a pointer to it at 3; c and a pointer to that at 7
    let chain = bytes(hex: "0161 00 0162 c000 0163 c003 ffff")
    let (name, end) = try read(chain, at: 7)
    #expect(name == "c.b.a.", "0161 00 0162 c000 0163 c003, from 7 on: c, a pointer to b, a pointer to a")
    #expect(end == 11, "the first of the two pointers ended the name at 7, the other one another name")
  }

  // RFC 1035 §4.1.4: fourteen bits
  @Test func `all fourteen bits of a pointer count`() throws {
    for target in [0x00FF, 0x0100, 0x1234, 0x2ABC, 0x3FFF] {
      var message = [UInt8](repeating: 0, count: 0x4010)
      message.replaceSubrange(target..<(target + 3), with: [1, 0x78, 0])
      message[0x4008] = UInt8(0xC0 + target / 256)
      message[0x4009] = UInt8(target % 256)
      let (name, end) = try read(message, at: 0x4008)
      let pointer = hex(Array(message[0x4008...0x4009]))
      #expect(name == "x." && end == 0x400A, "the pointer \(pointer) leads to \(target)")
    }
  }

  // RFC 1035 §4.1.4: a prior occurrence; RFC 9267 §2: what happens otherwise
  @Test func `a pointer that does not lead before its labels is refused`() {
    for (hex, start, at, target, what) in [
      ("c000", 0, 0, 0, "to itself"), ("0161 c000", 0, 2, 0, "to its own label: a.a.a. without end"),
      ("0161 c002", 0, 2, 2, "to itself, behind a label"), ("c002 0161 00", 0, 0, 2, "forward"),
      ("c002 c000", 2, 0, 2, "back, and from there forward to where it came from"),
      ("0161 0162 c002", 0, 4, 2, "into the middle of its own labels"),
      ("0161 c004 0162 c000", 4, 2, 4, "a loop over two names"), ("0161 c3ff", 0, 2, 0x3FF, "past the end"),
      ("0161 c007 c000 0162 c004", 6, 2, 7, "a loop over three names"),
      ("00 c003 00 c001", 4, 1, 3, "back to 1, and from there forward to 3, still before the name at 4"),
      (
        "0161 c004 c000 00 c000", 7, 2, 4,
        "back to 0, and behind a label forward to 4, still before the name at 7"
      ),
    ] {
      #expect(throws: DNS.NameError.pointerNotBackwards(at: at, target: target), "a pointer \(what): \(hex)")
      {
        try read(bytes(hex: hex), at: start)
      }
    }
  }

  // RFC 1035 §4.1.4: 01 and 10 are reserved for future use
  @Test func `reserved label types are no pointers`() {
    for octet in [0x40, 0x7F, 0x80, 0xBF] as [UInt8] {
      #expect(throws: DNS.NameError.reservedLabelType(at: 3), "\(hex([octet]))") {
        try read([0, 1, 0x61, octet] + [UInt8](repeating: 0, count: 200), at: 1)
      }
    }
  }

  // RFC 1035 §4.1.4
  @Test func `what is missing is truncated`() {
    for (hex, start) in [
      ("0161 c0", 0), ("c0", 0), ("0161", 0), ("0361", 0), ("", 0), ("0561 00 0162 c0", 3),
    ] {
      let message = bytes(hex: hex)
      #expect(throws: DNS.MessageError.truncated(at: message.count), "\(hex.debugDescription)") {
        try read(message, at: start)
      }
    }
  }

  // RFC 1035 §2.3.4: 255 octets, however few of them are written
  @Test func `the length counts over all pointers`() throws {
    func label(_ count: Int) -> [UInt8] { [UInt8(count)] + [UInt8](repeating: 0x61, count: count) }
    let message = label(63) + label(63) + [0]
    let (_, end) = try read(message + label(63) + label(61) + [0xC0, 0], at: 129)
    #expect(end == 257, "128 octets, 126 more and the root's 1 are 255")
    #expect(throws: DNS.NameError.tooLong(at: 64), "with 127 octets before the pointer it would be 256") {
      try read(message + label(63) + label(62) + [0xC0, 0], at: 129)
    }
    let cut = label(63) + label(63) + label(63) + [62, 0x61]
    #expect(
      throws: DNS.MessageError.truncated(at: cut.count), "62 octets are promised, one is there: not too long"
    ) {
      try read(cut, at: 0)
    }
  }

  // Ours: RFC 1035 §4.1.4 sets no limit, and a name has at most (255 - 1) / 2 labels for which a pointer could stand
  @Test func `a chain of 127 pointers is followed, and no longer one`() throws {
    // a at 0; at 3 a pointer to it, at 5 a pointer to that one, and so on, two octets each
    var chain = bytes(hex: "0161 00")
    var target = 0
    for _ in 0..<128 {
      let place = chain.count
      chain += [0xC0 | UInt8(target >> 8), UInt8(target & 0xFF)]
      target = place
    }
    let longest = try read(chain, at: 3 + 2 * 126)
    #expect(longest.name == "a." && longest.end == 257, "127 pointers, each to the one before, and at last a")
    #expect(
      throws: DNS.NameError.tooManyPointers(at: 3), "the 128th pointer is the one at 3: it is not followed"
    ) {
      try read(chain, at: 3 + 2 * 127)
    }
  }

  // The specification above readName
  @Test func `an error leaves the offset alone`() {
    var offset = 3
    #expect(throws: DNS.NameError.pointerNotBackwards(at: 5, target: 5), "0161 00 0162 c005, from 3 on") {
      try readName(bytes(hex: "0161 00 0162 c005"), at: &offset)
    }
    #expect(offset == 3, "the name began at 3, and was not read")
    offset = 2
    #expect(throws: DNS.NameError.reservedLabelType(at: 0), "4000 c000, from 2 on: the pointer leads to 40") {
      try readName(bytes(hex: "4000 c000"), at: &offset)
    }
    #expect(offset == 2, "the pointer at 2 was good, but the name was not read")
  }

  // Recorded from NSD, Knot and BIND; told by dnspython and dig
  @Test func `the first record of real replies belongs to the name that dig prints`() throws {
    for recorded in WireMessage.all {
      guard let answer = recorded.told("answer").first else { continue }
      var offset = 12
      let question = plainText(try readName(recorded.bytes, at: &offset))
      try #require(question == recorded.told("question")[0].prefix { $0 != " " }, "\(recorded)")
      // Type and class of the question have two bytes each.
      let owner = try read(recorded.bytes, at: offset + 4).name
      try #require(owner == answer.prefix { $0 != " " }, "\(recorded)")
    }
  }
}
