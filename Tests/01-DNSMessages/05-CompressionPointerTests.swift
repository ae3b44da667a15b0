import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct CompressionPointerTests {
  private let reading = "readName(_:at:)"

  /// The name at an offset, and where reading goes on.
  private func read(_ passage: Passage) throws -> ReadName {
    var offset = passage.offset
    let name = try readName(passage.message, at: &offset)
    return ReadName(name.labels, end: offset)
  }

  /// Labels of these lengths on the wire, without the root.
  private func wire(_ counts: Int...) -> [UInt8] { counts.flatMap(wireLabel) }

  // RFC 1035 §4.1.4, the example there: F.ISI.ARPA at 20, FOO and a pointer at 40, a pointer to ARPA at 64, the root
  // at 92
  private let example =
    [UInt8](repeating: 0xEE, count: 20) + bytes(hex: "0146 0349 5349 0441 5250 4100")
    + [UInt8](repeating: 0xEE, count: 8) + bytes(hex: "0346 4f4f c014")
    + [UInt8](repeating: 0xEE, count: 18) + bytes(hex: "c01a")
    + [UInt8](repeating: 0xEE, count: 26) + bytes(hex: "00")

  // RFC 1035 §4.1.4
  @Test func `a pointer stands for the rest of a name`() throws {
    for (offset, name, rule) in [
      (20, ReadName("F.ISI.ARPA", end: 32), "a name without a pointer ends behind its root"),
      (40, ReadName("FOO.F.ISI.ARPA", end: 46), "FOO, and c014 leads to 20, where F.ISI.ARPA stands"),
      (64, ReadName("ARPA", end: 66), "c01a leads to 26, into the middle of that name"),
      (92, ReadName([], end: 93), "the root is one octet"),
    ] {
      let passage = Passage(example, at: offset, words: "the example of RFC 1035 §4.1.4")
      try check(reading, passage, returns: name, rule, read)
    }
    let root = Passage(hex: "00 c000 0161 c000 ff")
    for (offset, name) in [(1, ReadName([], end: 3)), (3, ReadName("a", end: 7))] {
      let rule = "c000 leads to the root at 0, the end of every name"
      try check(reading, Passage(root.message, at: offset), returns: name, rule, read)
    }
  }

  // RFC 1035 §4.1.4
  @Test func `reading goes on behind the first pointer`() throws {
    // a at 0; b and a pointer to it at 3; c and a pointer to that at 7
    let chain = Passage(hex: "0161 00 0162 c000 0163 c003 ffff", at: 7)
    let rule = "the pointer at 9 ends the name at 7; the one at 5 ends another name"
    try check(reading, chain, returns: ReadName("c.b.a", end: 11), rule, read)
    let bare = Passage(hex: "0161 00 c000 c003", at: 5)
    try check(reading, bare, returns: ReadName("a", end: 7), "the name at 5 is a pointer and no label", read)
  }

  // RFC 1035 §3.1; RFC 4343 §4.1
  @Test func `the octets of a label are kept as they came, before a pointer and behind it`() throws {
    let odd: [UInt8] = [0x57, 0x77, 0x2E, 0x00, 0xC0, 0xFF]
    let passage = Passage([6] + odd + [0, 6] + odd + [0xC0, 0], at: 8)
    let rule = "W, w, a dot, a zero, c0 and ff are octets like any other"
    try check(reading, passage, returns: ReadName([odd, odd], end: 17), rule, read)
  }

  // RFC 1035 §4.1.4: fourteen bits
  @Test func `all fourteen bits of a pointer count`() throws {
    for target in [0, 0x00FF, 0x0100, 0x1234, 0x2ABC, 0x3FFF] {
      var message = [UInt8](repeating: 0, count: 0x4010)
      message.replaceSubrange(target..<(target + 3), with: [1, 0x78, 0])
      message[0x4008] = UInt8(0xC0 + target / 256)
      message[0x4009] = UInt8(target % 256)
      let pointer = hex(Array(message[0x4008...0x4009]))
      let passage = Passage(message, at: 0x4008, words: "01 78 00 at \(target), \(pointer) at 16392")
      try check(reading, passage, returns: ReadName("x", end: 0x400A), "\(pointer) leads to \(target)", read)
    }
  }

  // RFC 1035 §4.1.4: a prior occurrence; RFC 9267 §2: what happens otherwise
  @Test func `a pointer that does not lead before its labels is refused`() throws {
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
      ("00 0161 c001", 1, 3, 1, "to the label with which the name begins"),
      ("ffff c00a 0000", 2, 2, 10, "far forward, from a name that is nothing but a pointer"),
    ] {
      let error = DNS.NameError.pointerNotBackwards(at: at, target: target)
      try check(
        reading, Passage(hex: hex, at: start), throws: error, "the pointer at \(at) leads \(what)", read)
    }
  }

  // RFC 1035 §4.1.4: 01 and 10 are reserved for future use
  @Test func `reserved label types are no pointers`() throws {
    for octet in UInt8(0x40)...0xBF {
      let rule = "the octet at 3 begins with the bits \(octet < 0x80 ? "01" : "10"), which are reserved"
      for rest in [0, 256] {
        let message = [0, 1, 0x61, octet] + [UInt8](repeating: 0, count: rest)
        let words = "00 01 61 \(hex([octet])) and \(rest) octets 00"
        let passage = Passage(message, at: 1, words: words)
        try check(reading, passage, throws: DNS.NameError.reservedLabelType(at: 3), rule, read)
      }
    }
    let behind = Passage(hex: "8000 c000", at: 2)
    let rule = "the pointer leads to 0, and what is there is reserved"
    try check(reading, behind, throws: DNS.NameError.reservedLabelType(at: 0), rule, read)
  }

  // RFC 1035 §4.1.4
  @Test func `what is missing is truncated`() throws {
    for (hex, start, rule) in [
      ("0161 c0", 0, "the second octet of the pointer is missing"), ("c0", 0, "half a pointer is no pointer"),
      ("ff", 0, "the pointer is cut before anybody knows where it leads"), ("0161", 0, "the root is missing"),
      ("0361", 0, "two octets of the label are missing"), ("", 0, "there is nothing"),
      ("0561 00 0162 c0", 3, "the second octet of the pointer is missing"),
      ("0861 00 c000", 3, "the label at 0, to which the pointer leads, needs eight octets"),
      ("00", 1, "at 1 the message has ended"), ("00", 2, "the name begins after the end"),
      ("00", 5, "the name begins after the end"), ("00", 1 << 31, "the name begins after the end"),
    ] {
      let passage = Passage(hex: hex, at: start)
      let error = DNS.MessageError.truncated(at: passage.message.count)
      try check(reading, passage, throws: error, rule, read)
    }
  }

  // RFC 1035 §2.3.4: 255 octets, however few of them are written
  @Test func `the length counts over all pointers`() throws {
    let message = wire(63, 63) + [0]
    let most = Passage(
      message + wire(63, 61) + [0xC0, 0], at: 129, words: "63, 63, root; 63, 61, pointer to 0")
    let labels = [63, 61, 63, 63].map(letters)
    let rule = "126 octets, 128 more and the root's 1 are 255"
    try check(reading, most, returns: ReadName(labels, end: 257), rule, read)
    let over = Passage(
      message + wire(63, 62) + [0xC0, 0], at: 129, words: "63, 63, root; 63, 62, pointer to 0")
    let counted = "127 octets before the pointer and 128 behind it are 256 with the root"
    try check(reading, over, throws: DNS.NameError.tooLong(at: 64), counted, read)
    for (rest, what) in [
      ([], "the end of the message"), ([0xC0], "half a pointer"), ([0xC1, 0], "pointer to 256"),
      (wire(63, 63) + [0], "two more, root"),
    ] as [([UInt8], String)] {
      let passage = Passage(wire(63, 63, 63, 63) + rest, words: "four labels of 63, \(what)")
      let rule = "with the fourth label it is too long, whatever follows"
      try check(reading, passage, throws: DNS.NameError.tooLong(at: 192), rule, read)
    }
    let cut = Passage(wire(63, 63, 63) + [62, 0x61], words: "63, 63, 63, then 62 of which one is there")
    let missing = "62 octets are promised, one is there: truncated, not too long"
    try check(reading, cut, throws: DNS.MessageError.truncated(at: 194), missing, read)
  }

  /// a at 0, the root; at 3 a pointer to 0, at 5 one to 3, and so on: the last of `count` begins the name. Every third
  /// may have a label before it.
  private func chain(_ count: Int, before last: [UInt8] = [], third: [UInt8] = []) -> Passage {
    var message = bytes(hex: "0161 00")
    var target = 0
    for index in 0..<count {
      let place = message.count
      if index == count - 1 { message += last }
      if index % 3 == 1 { message += third }
      message += [0xC0 | UInt8(target >> 8), UInt8(target & 0xFF)]
      target = place
    }
    return Passage(message, at: target, words: "a chain of \(count) pointers to the label a at 0")
  }

  // Ours: RFC 1035 §4.1.4 sets no limit, and a name has at most (255 - 1) / 2 labels for which a pointer could stand
  @Test func `a chain of 127 pointers is followed, and no longer one`() throws {
    let rule = "127 pointers, each to the one before, are the most"
    try check(reading, chain(127), returns: ReadName("a", end: 257), rule, read)
    let label = chain(127, before: [1, 0x62])
    try check(reading, label, returns: ReadName("b.a", end: 259), "labels are not counted with them", read)
    let many = chain(128, third: [1, 0x62])
    let anew = "the 128th pointer is the one at 3: a label does not begin the count anew"
    try check(reading, many, throws: DNS.NameError.tooManyPointers(at: 3), anew, read)
    for count in [128, 129, 300] {
      let at = 3 + 2 * (count - 128)
      let rule = "the 128th pointer of the name is the one at \(at): it is not followed"
      try check(reading, chain(count), throws: DNS.NameError.tooManyPointers(at: at), rule, read)
    }
  }

  // The specification above readName
  @Test func `the 128th pointer that leads forward is refused for that`() throws {
    // At 0 a pointer; at 2 a pointer to 0, at 4 one to 2, and so on, so that the one at 0 is the 128th.
    for (first, target) in [([0xC0, 0x00], 0), ([0xC0, 0x02], 2), ([0xFF, 0xFF], 0x3FFF)] as [([UInt8], Int)]
    {
      let message = first + (0..<127).flatMap { [0xC0, UInt8(2 * $0)] }
      let passage = Passage(
        message, at: 254, words: "127 pointers, each to the one before, the first to \(hex(first))")
      let error = DNS.NameError.pointerNotBackwards(at: 0, target: target)
      try check(reading, passage, throws: error, "where it leads is looked at before it is counted", read)
    }
  }

  // The specification above readName
  @Test func `an error leaves the offset alone`() throws {
    let long = [0, 0] + wire(63, 63, 63, 62) + [0, 0xC0, 2]
    for (message, start, what) in [
      (bytes(hex: "0161 00 0162 c005"), 3, "0161 00 0162 c005, a pointer to itself"),
      (bytes(hex: "4000 c000"), 2, "4000 c000, where the pointer leads to 40"),
      (
        bytes(hex: "0961 00 0162 c000"), 3,
        "0961 00 0162 c000, where the pointer leads to a label that is cut"
      ),
      (bytes(hex: "000000 0162 c0"), 3, "000000 0162 c0, where the pointer is cut"),
      (long, long.count - 2, "labels of 63, 63, 63, 62, and a pointer to them, which is too long"),
      (chain(128).message, chain(128).offset, "a chain of 128 pointers"),
    ] {
      try check(
        "offset after readName(_:at:) has thrown", what, returns: start,
        "the name began at \(start), and was not read"
      ) { _ in
        var offset = start
        do { _ = try readName(message, at: &offset) } catch let error where !(error is NotStarted) {}
        return offset
      }
    }
  }

  // Recorded from NSD, Knot and BIND; told by dnspython and dig
  @Test func `the first record of real replies belongs to the name that dig prints`() throws {
    for recorded in WireMessage.all {
      guard let answer = recorded.told("answer").first else { continue }
      let expected = [recorded.told("question")[0], answer].map { String($0.prefix { $0 != " " }) }
      let rule = "dig prints the question's name and the first record's owner like this"
      try check("names of \(recorded)", Passage(recorded.bytes, at: 12), returns: expected, rule) { passage in
        var offset = passage.offset
        let question = try readName(passage.message, at: &offset)
        // Type and class of the question have two bytes each.
        offset += 4
        return [plainText(question), plainText(try readName(passage.message, at: &offset))]
      }
    }
  }
}
