import DNSMessages
import DNSMessagesSupport
import PostRoad
import TestSupport
import Testing

@Suite struct LabelSequenceTests {
  private let www = bytes(hex: "0377 7777 0870 6f73 7472 6f61 6407 6578 616d 706c 6500")
  private let reading = "readLabels(_:at:)"
  private let writing = "writeLabels(_:)"

  /// The name at an offset, and where reading goes on.
  private func read(_ passage: Passage) throws -> ReadName {
    var offset = passage.offset
    let name = try readLabels(passage.message, at: &offset)
    return ReadName(name.labels, end: offset)
  }

  /// Labels of these lengths on the wire, without the root.
  private func wire(_ counts: Int...) -> [UInt8] { counts.flatMap(wireLabel) }

  /// A name with labels of these lengths, to be written.
  private func write(_ counts: [Int]) throws -> [UInt8] {
    try writeLabels(DNS.Name(labels: counts.map(letters)))
  }

  // RFC 1035 §3.1; the bytes are those of a query that dig sent
  @Test func `labels follow each other until the root`() throws {
    let rule = "3 w w w, 8 p o s t r o a d, 7 e x a m p l e, 0: the root's octet is the last of 22"
    try check(reading, Passage(www), returns: ReadName("www.postroad.example", end: 22), rule, read)
  }

  // RFC 1035 §3.1
  @Test func `reading begins at the offset and goes on behind the root`() throws {
    for (passage, name, rule) in [
      (
        Passage([0xFF, 0xFF] + www + [0x00, 0x01], at: 2), ReadName("www.postroad.example", end: 24),
        "the name begins at 2 and has 22 octets, whatever stands before and after it"
      ),
      (Passage(hex: "0005"), ReadName([], end: 1), "the root alone is one octet, and has no label"),
      (Passage(hex: "0161 00 0162 00", at: 5), ReadName([], end: 6), "at 5 there is a root, the last octet"),
      (Passage(hex: "0161 00 0162 00", at: 3), ReadName("b", end: 6), "at 3 there is a second name: b"),
    ] {
      try check(reading, passage, returns: name, rule, read)
    }
  }

  // RFC 1035 §3.1: a label's octets are any; RFC 4343 §4.1: their case is kept
  @Test func `the octets of a label are kept as they came`() throws {
    let octets: [UInt8] = [0x57, 0x77, 0x2E, 0x00, 0xC0, 0xFF]
    let rule = "W, w, a dot, a zero, c0 and ff are octets like any other"
    try check(reading, Passage([6] + octets + [0]), returns: ReadName([octets], end: 8), rule, read)
  }

  // RFC 1035 §2.3.4, §4.1.4: six bits of length, 01 and 10 are reserved, 11 is a pointer
  @Test func `only 00 in the two high bits is a length`() throws {
    let longest = Passage(wireLabel(0x3F) + [0], words: "a label of 63 octets, and the root")
    try check(reading, longest, returns: ReadName([letters(63)], end: 65), "3f is the longest label", read)
    // With what such a label would need behind it, with nothing, and with the second octet of a pointer.
    for rest in [[UInt8](repeating: 0, count: 256), [], [0]] {
      for octet in UInt8(0x40)...0xFF {
        let words = "01 61 \(hex([octet])) and \(rest.count) octets 00"
        let error: DNS.NameError = octet < 0xC0 ? .reservedLabelType(at: 2) : .unexpectedPointer(at: 2)
        let rule = "the octet at 2 begins with the bits \(["01", "10", "11"][Int(octet >> 6) - 1]): no length"
        try check(reading, Passage([1, 0x61, octet] + rest, words: words), throws: error, rule, read)
      }
    }
    for (hex, error) in [
      ("070707 0161 40", .reservedLabelType(at: 5)), ("070707 0161 bf", .reservedLabelType(at: 5)),
      ("070707 0161 c000", .unexpectedPointer(at: 5)),
    ] as [(String, DNS.NameError)] {
      let rule = "the octet at 5 is named: offsets count from the start of the message"
      try check(reading, Passage(hex: hex, at: 3), throws: error, rule, read)
    }
  }

  // RFC 1035 §2.3.4: 255 octets or less, and the root's is one of them (RFC 1035 §3.1)
  @Test func `a name of 255 octets is the longest`() throws {
    let four = Passage(wire(63, 63, 63, 61) + [0], words: "labels of 63, 63, 63 and 61 octets, and the root")
    let labels = [63, 63, 63, 61].map(letters)
    try check(reading, four, returns: ReadName(labels, end: 255), "192 and 62 and the root's 1 are 255", read)
    let many = Passage((0..<127).flatMap { _ in wireLabel(1) } + [0], words: "127 labels of 1, and the root")
    let ones = (0..<127).map { _ in letters(1) }
    try check(reading, many, returns: ReadName(ones, end: 255), "254 and the root's 1 are 255", read)
  }

  // The specification above readLabels; RFC 1035 §2.3.4
  @Test func `the label with which a name is too long is named, and nothing behind it is read`() throws {
    let three = wire(63, 63, 63)
    for (rest, words) in [
      (wire(62) + [0], "62"), (wire(63) + [0], "63"), (wire(63, 63, 63) + [0], "63, 63, 63"),
      (wire(63, 40) + [0], "63, 40"), (wire(62), "62, without the root"), (wire(62) + [0xC0], "62, then c0"),
      (wire(62) + [0x40], "62, then 40"), (wire(62) + [9, 0x61], "62, then 9 of which one is there"),
    ] {
      let passage = Passage(three + rest, words: "labels of 63, 63, 63, \(words)")
      let rule = "three labels and the root have 193 octets, and with the label at 192 more than 255"
      try check(reading, passage, throws: DNS.NameError.tooLong(at: 192), rule, read)
    }
    let later = Passage(
      [7, 7, 7] + three + wire(62) + [0], at: 3, words: "07 07 07, then labels of 63, 63, 63, 62")
    let place = "the label at 195 is named: offsets count from the start of the message"
    try check(reading, later, throws: DNS.NameError.tooLong(at: 195), place, read)
    let many = Passage((0..<140).flatMap { _ in wireLabel(1) } + [0], words: "140 labels of 1, and the root")
    let rule = "127 labels of one octet and the root have 255, and with the label at 254 there are 257"
    try check(reading, many, throws: DNS.NameError.tooLong(at: 254), rule, read)
  }

  // RFC 1035 §3.1: the root ends every name
  @Test func `a name without its end is truncated`() throws {
    for length in 0..<www.count {
      let rule = "only the first \(length) of the name's 22 octets are there"
      let passage = Passage(Array(www.prefix(length)))
      try check(reading, passage, throws: DNS.MessageError.truncated(at: length), rule, read)
    }
    for offset in [1, 2, 5, 1 << 31] {
      let rule = "at \(offset) the message has ended: it has one octet"
      try check(reading, Passage([0], at: offset), throws: DNS.MessageError.truncated(at: 1), rule, read)
    }
  }

  // The specification above readLabels
  @Test func `a label that is not there in full is truncated, not too long`() throws {
    let cut = Passage(
      wire(63, 63, 63) + [62, 0x61], words: "labels of 63, 63, 63, then 62 of which one is there")
    let rule = "62 octets are promised, one is there: nobody knows yet how long the name is"
    try check(reading, cut, throws: DNS.MessageError.truncated(at: 194), rule, read)
  }

  // The specification above readLabels
  @Test func `an error leaves the offset alone`() throws {
    let long = [0, 0, 0] + wire(63, 63, 63, 62) + [0]
    for (message, what) in [
      (bytes(hex: "000000 026162 056162"), "000000 026162 056162, where a label is cut"),
      (bytes(hex: "000000 026162"), "000000 026162, where the root is missing"),
      (bytes(hex: "000000 026162 40"), "000000 026162 40, where a type is reserved"),
      (bytes(hex: "000000 026162 c000"), "000000 026162 c000, where there is a pointer"),
      (long, "000000 and labels of 63, 63, 63, 62, which is too long"),
    ] {
      try check(
        "offset after readLabels(_:at:) has thrown", what, returns: 3, "the name began at 3, and was not read"
      ) { _ in
        var offset = 3
        do { _ = try readLabels(message, at: &offset) } catch let error where !(error is NotStarted) {}
        return offset
      }
    }
  }

  // RFC 1035 §3.1; RFC 4343 §4.1
  @Test func `a name is written as lengths and labels`() throws {
    let odd: [UInt8] = [0x57, 0x77, 0x2E, 0x00, 0xC0, 0xFF]
    for (labels, expected, rule) in [
      (plainName("www.postroad.example").labels, www, "each label after its length, and a zero"),
      ([], [0], "the root is a zero and nothing else"),
      ([odd], [6] + odd + [0], "W, w, a dot, a zero, c0 and ff are written as they are"),
    ] {
      let name = DNS.Name(labels: labels)
      try check(writing, name, returns: expected, rule, writeLabels)
    }
  }

  // RFC 1035 §2.3.4
  @Test func `what no name can hold is not written`() throws {
    for counts in [[63, 63, 63, 61], [Int](repeating: 1, count: 127)] {
      try check(
        "writeLabels(_:).count", counts, returns: 255, "255 octets are the most, the root's counted"
      ) { try write($0).count }
    }
    for (counts, error, rule) in [
      ([64], .labelTooLong(64), "a length of 64 would be a reserved label type"),
      ([3, 70], .labelTooLong(70), "the error has the number of the label's octets"),
      ([255], .labelTooLong(255), "the most that an octet can say is too much"),
      ([256], .labelTooLong(256), "256 is more than an octet can say"),
      ([70_000], .labelTooLong(70_000), "70,000 is more than two octets can say"),
      ([63, 63, 63, 62], .nameTooLong(256), "192 and 63 and the root's 1 are 256"),
      ([63, 63, 63, 63, 63], .nameTooLong(321), "five times 64 and the root's 1: all octets are counted"),
      ([Int](repeating: 1, count: 128), .nameTooLong(257), "128 labels of one octet, and the root's 1"),
      ([1, 0, 1], .emptyLabel, "an empty label would be read as the root, the end"),
      ([0], .emptyLabel, "the root has no label; an empty one is something else"),
      ([1, 0], .emptyLabel, "the root is not among the labels"),
    ] as [([Int], DNS.NameError, String)] {
      try check(writing, "labels of \(counts) octets", throws: error, rule) { _ in try write(counts) }
    }
  }

  // The specification above writeLabels
  @Test func `the first label that is wrong is named, and before the length of the name`() throws {
    for (counts, error, rule) in [
      ([1, 64, 0], .labelTooLong(64), "the label of 64 comes first"),
      ([1, 0, 64], .emptyLabel, "the empty label comes first"),
      ([70, 65], .labelTooLong(70), "the label of 70 comes first, though 65 is also too long"),
      ([65, 70], .labelTooLong(65), "the label of 65 comes first, though 70 is longer"),
      ([63, 63, 63, 63, 63, 64], .labelTooLong(64), "a label is wrong, so the name is not measured"),
      ([63, 63, 63, 63, 63, 0], .emptyLabel, "a label is wrong, so the name is not measured"),
      ([Int](repeating: 1, count: 130) + [0], .emptyLabel, "a label is wrong, so the labels are not counted"),
    ] as [([Int], DNS.NameError, String)] {
      try check(writing, "labels of \(counts) octets", throws: error, rule) { _ in try write(counts) }
    }
  }

  // Names made at random: what is written is read
  @Test func `reading takes back what writing wrote`() throws {
    var random = SeededRandom(seed: 255)
    for _ in 0..<100 {
      let labels = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        (0..<Int.random(in: 1...63, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      }
      let length = labels.reduce(1) { $0 + 1 + $1.count }
      let name = DNS.Name(labels: labels)
      let rule = "what was written is read as the same labels"
      try check("readLabels(writeLabels(_:))", name, returns: ReadName(labels, end: length), rule) {
        try read(Passage(try writeLabels($0) + [0xFF]))
      }
    }
  }
}
