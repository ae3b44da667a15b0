import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct ServerNameTests {
  private let ours = HandmadeHello.serverName(["a.postroad.example"])

  // Recorded: OpenSSL 3.0, s_client; RFC 6066 §3
  @Test func `the name is in the server_name extension`() throws {
    try read(bytes(hex: ClientHellos.thirteen), returns: "www.postroad.example", "TLS 1.3")
    try read(
      bytes(hex: ClientHellos.twelve), returns: "www.postroad.example",
      "TLS 1.2; the name comes in capitals, and the result is in lower case")
  }

  // RFC 8446 §4.2: a type has two bytes, and extensions come in any order
  @Test func `an extension's type has two bytes, and their order is free`() throws {
    let alike = [1] + HandmadeHello.serverName(["b.example"]).dropFirst()
    let other = HandmadeHello.field(9, [1, 2, 3])
    try read(extensions: alike, returns: nil, "0x0100 is another type than 0x0000")
    for extensions in [alike + ours, ours + alike, other + ours, ours + other] {
      try read(
        extensions: extensions, returns: "a.postroad.example", "one extension of type 0, one of another")
    }
  }

  // Recorded: OpenSSL 3.0, s_client -noservername; RFC 8446 §4.1.2: extensions may be missing before TLS 1.3
  @Test func `a client may give no name`() throws {
    try read(bytes(hex: ClientHellos.noName), returns: nil, "no extension of type 0")
    try read(
      HandmadeHello.records(HandmadeHello.body(extensions: nil)), returns: nil, "no extensions at all")
    try read(extensions: [], returns: nil, "extensions of no bytes")
  }

  // Recorded: OpenSSL 3.0, s_client -max_send_frag 512; RFC 8446 §5.1
  @Test func `the message may be split over records`() throws {
    try read(
      bytes(hex: ClientHellos.split), returns: "cdn.postroad.example",
      "512 bytes in the first record, the rest in the second")
    for size in [1, 2, 3, 4, 5, 40] {
      try read(
        HandmadeHello.records(HandmadeHello.body(extensions: ours), size: size),
        returns: "a.postroad.example", "\(size) bytes in a record: even the header of the message is split")
    }
  }

  // RFC 8446 §4.1.2: a message ends where its length says
  @Test func `every beginning is incomplete`() throws {
    let small = HandmadeHello.records(HandmadeHello.body(extensions: ours), size: 3)
    for all in [bytes(hex: ClientHellos.twelve), bytes(hex: ClientHellos.split), small] {
      for count in 0..<all.count {
        try read(Array(all.prefix(count)), throws: .incomplete, "\(count) of \(all.count) bytes")
      }
    }
  }

  // RFC 8446 §5.1: legacy_record_version is ignored; §4.1.2: more lists of the client; our choice: only lengths matter
  @Test func `versions, other vectors and what follows are ignored`() throws {
    let body = HandmadeHello.body(extensions: ours)
    let message = [1] + HandmadeHello.vector(3, body)
    for rest: [UInt8] in [[0], [0x17, 3, 3, 0, 1, 0], [22, 3, 3, 0, 0], [2, 0, 0, 0]] {
      try read(HandmadeHello.records(body) + rest, returns: "a.postroad.example", "the message has ended")
      try read(
        [22, 3, 1] + HandmadeHello.vector(2, message + rest), returns: "a.postroad.example",
        "the message has ended, its record has not")
    }
    for version: [UInt8] in [[0, 0], [2, 0], [3, 0], [3, 4], [0x7F, 0x12], [0xFF, 0xFF]] {
      try read(
        [22] + version + HandmadeHello.vector(2, [1] + HandmadeHello.vector(3, version + body.dropFirst(2))),
        returns: "a.postroad.example", "the record and the message have this version: \(hex(version))")
    }
    for (session, suites, methods) in [(33, 3, 0), (255, 0, 255), (0, 300, 2)] {
      let vectors = [(1, session), (2, suites), (1, methods)]
        .flatMap { HandmadeHello.vector($0, Array(repeating: 0xC0, count: $1)) }
      try read(
        HandmadeHello.records(Array(body.prefix(34)) + vectors + HandmadeHello.vector(2, ours)),
        returns: "a.postroad.example", "\(session), \(suites) and \(methods) bytes in the vectors before")
    }
  }

  // RFC 8446 §5.1: 22 is a handshake, 1 to 2^14 bytes; §4: 1 is a ClientHello
  @Test func `other records and messages are refused at once`() throws {
    for type in UInt8.min...UInt8.max where type != 22 {
      try read([type], throws: .notHandshake(type), "a handshake is 22: the first byte is enough")
      try read(
        [22, 3, 1, 0, 4, 1, 0, 0, 50, type], throws: .notHandshake(type), "so it is in the second record")
    }
    for type in UInt8.min...UInt8.max where type != 1 {
      try read(
        [22, 3, 1, 0, 9, type], throws: .notClientHello(type), "a ClientHello is 1: the first byte is enough")
      try read(
        [22, 3, 1, 0, 1, type, 23], throws: .notClientHello(type), "it comes before the second record")
    }
  }

  // RFC 8446 §5.1: "zero-length fragments of Handshake types" are forbidden, 2^14 bytes are the most
  @Test func `a record has 1 to 16,384 bytes`() throws {
    for length in [0, 16_385, 65_535] {
      let header = [22, 3, 1, UInt8(length >> 8), UInt8(length & 0xFF)]
      try read(header, throws: .badRecordLength(length), "its header is enough")
      try read(
        [22, 3, 1, 0, 1, 1] + header, throws: .badRecordLength(length), "so it is in the second record")
    }
    try read([22, 3, 1, 0x40, 0], throws: .incomplete, "16,384 are right")
  }

  // Our bound: the length has 24 bits, and a balancer keeps what it has not understood
  @Test func `a message has at most 16,384 bytes`() throws {
    for (length, digits) in [(16_385, [0, 0x40, 1]), (65_536, [1, 0, 0]), (16_777_215, [255, 255, 255])] {
      try read(
        [22, 3, 1, 0, 4, 1] + digits.map { UInt8($0) }, throws: .messageTooLong(length),
        "refused by its header alone")
    }
    let start = HandmadeHello.body(extensions: ours + HandmadeHello.field(21, []))
    let padding = Array(repeating: UInt8(0), count: 16_384 - start.count)
    let longest = HandmadeHello.body(extensions: ours + HandmadeHello.field(21, padding))
    try read(
      HandmadeHello.records(longest), returns: "a.postroad.example", "\(longest.count) bytes in two records")
  }

  // RFC 8446 §3.4: a vector's length; §4.1.2: nothing may be left over
  @Test func `every length has to fit exactly`() throws {
    let body = HandmadeHello.body(extensions: ours)
    let bare = HandmadeHello.body(extensions: nil).count
    for count in 0..<body.count where count != bare {
      try read(
        HandmadeHello.records(Array(body.prefix(count))), throws: .malformed,
        "the message ends after \(count) of \(body.count) bytes")
    }
    try read(HandmadeHello.records(body + [0]), throws: .malformed, "a rest after the extensions")
    let list = [0] + HandmadeHello.vector(2, Array("a.example".utf8))
    for (what, extensions) in [
      ("a name longer than its list", HandmadeHello.field(0, HandmadeHello.vector(2, [0, 0, 9, 97]))),
      ("a list longer than its extension", HandmadeHello.field(0, [0, 13] + list)),
      ("a rest after the list", HandmadeHello.field(0, HandmadeHello.vector(2, list) + [0])),
      ("a rest in the list", HandmadeHello.field(0, HandmadeHello.vector(2, list + [0]))),
      ("an empty list", HandmadeHello.field(0, [0, 0])), ("an empty extension", HandmadeHello.field(0, [])),
      ("an extension longer than all of them", [0, 5, 0, 1]), ("half a type", ours + [0]),
      ("no length", ours + [0, 9]), ("a wrong name before a rest", HandmadeHello.serverName([""]) + [0]),
    ] {
      try read(extensions: extensions, throws: .malformed, what)
    }
  }

  // RFC 8446 §4.2: no more than one extension of a type
  @Test func `no extension may be there twice`() throws {
    let (empty, twice) = (HandmadeHello.field(9, []), HandmadeHello.serverName(["b.example"]))
    for extensions in [
      ours + twice, ours + ours, ours + empty + empty, empty + ours + empty, empty + empty,
      HandmadeHello.serverName(["a b"]) + empty + empty,
    ] {
      try read(extensions: extensions, throws: .repeated, "which of the two would the backend believe?")
    }
  }

  // RFC 6066 §3: no more than one name of the same name_type
  @Test func `no type of name may be there twice`() throws {
    let (host, other): ([UInt8], [UInt8]) = ([0, 0, 3, 97, 46, 98], [7, 0, 1, 9])
    for names in [host + host, host + other + host, other + other, other + host + other] {
      try read(
        extensions: HandmadeHello.field(0, HandmadeHello.vector(2, names)), throws: .repeated,
        "one name of each type")
    }
  }

  // RFC 6066 §3: name types other than host_name may come
  @Test func `other types of names are skipped`() throws {
    let (host, other): ([UInt8], [UInt8]) = ([0, 0, 3, 97, 46, 98], [7, 0, 1, 9])
    for (names, name) in [(other + host, "a.b"), (host + other, "a.b"), (other, nil)] {
      try read(
        extensions: HandmadeHello.field(0, HandmadeHello.vector(2, names)), returns: name,
        "type 7 is no name of a host")
    }
  }

  // RFC 6066 §3: ASCII, no trailing dot, no address; the characters and the bound of DNS are our choice
  @Test func `a name has letters, digits, hyphens, underscores and dots`() throws {
    let signs = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.".utf8)
    let long = String(repeating: "a.", count: 126) + "b"
    for name in [
      "localhost", "b", "a.1b", "1.b", "-", "_a.-b-.c_", "192.0.2.1a", "a.0x1", long,
    ] {
      try read(extensions: HandmadeHello.serverName([name]), returns: name, "it is a name")
    }
    for sign in signs {
      let name: [UInt8] = [97, sign, 98]
      try read(
        extensions: HandmadeHello.field(0, HandmadeHello.vector(2, [0] + HandmadeHello.vector(2, name))),
        returns: String(decoding: name, as: UTF8.self).lowercased(), "it is a name")
    }
    for sign in UInt8.min...UInt8.max where !signs.contains(sign) {
      let name = [0] + HandmadeHello.vector(2, [97, sign, 98])
      try read(
        extensions: HandmadeHello.field(0, HandmadeHello.vector(2, name)), throws: .badName,
        "byte 0x\(hex([sign])) may not be in a name")
    }
  }

  // RFC 6066 §3; U+212A is the Kelvin sign, whose lower case is an ASCII k
  @Test func `what is no name of a host is refused`() throws {
    let long = String(repeating: "a.", count: 126) + "bb"
    for name in [
      "", ".", "a.example.", ".example", "192.0.2.1", "1", "a.2", "a.02", "ü.example", "\u{212A}.example",
      "a.\u{661}", long,
    ] {
      try read(
        extensions: HandmadeHello.serverName([name]), throws: .badName, "\(name.debugDescription) is none")
    }
  }

  private func read(
    extensions: [UInt8], returns name: String?, _ rule: String, place: SourceLocation = #_sourceLocation
  ) throws {
    try read(
      HandmadeHello.records(HandmadeHello.body(extensions: extensions)), returns: name, rule, place: place)
  }

  private func read(
    extensions: [UInt8], throws error: LB.ClientHelloError, _ rule: String,
    place: SourceLocation = #_sourceLocation
  ) throws {
    try read(
      HandmadeHello.records(HandmadeHello.body(extensions: extensions)), throws: error, rule, place: place)
  }

  private func read(
    _ bytes: [UInt8], returns name: String?, _ rule: String, place: SourceLocation = #_sourceLocation
  ) throws {
    try check("serverName(_:)", bytes, returns: name, rule, sourceLocation: place, serverName)
  }

  private func read(
    _ bytes: [UInt8], throws error: LB.ClientHelloError, _ rule: String,
    place: SourceLocation = #_sourceLocation
  ) throws {
    try check("serverName(_:)", bytes, throws: error, rule, sourceLocation: place, serverName)
  }
}
