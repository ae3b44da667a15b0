import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct ServerNameTests {
  // Recorded: OpenSSL 3.0, s_client; RFC 6066 §3
  @Test func `the name stands in the server_name extension`() throws {
    let thirteen = try serverName(bytes(hex: ClientHellos.thirteen))
    #expect(thirteen == "www.postroad.example", "TLS 1.3")
    let twelve = try serverName(bytes(hex: ClientHellos.twelve))
    #expect(twelve == "www.postroad.example", "TLS 1.2; the name is told in capitals, and names have no case")
  }

  // Recorded: OpenSSL 3.0, s_client -noservername; RFC 8446 §4.1.2: extensions may be missing before TLS 1.3
  @Test func `a client may tell no name`() throws {
    let recorded = try serverName(bytes(hex: ClientHellos.noName))
    #expect(recorded == nil, "no extension of type 0")
    let old = try serverName(HandmadeHello.records(HandmadeHello.body(extensions: nil)))
    #expect(old == nil, "no extensions at all")
  }

  // Recorded: OpenSSL 3.0, s_client -max_send_frag 512; RFC 8446 §5.1
  @Test func `the message may be split over records`() throws {
    let recorded = try serverName(bytes(hex: ClientHellos.split))
    #expect(recorded == "cdn.postroad.example", "512 bytes in the first record, the rest in the second")
    let hello = HandmadeHello.body(extensions: HandmadeHello.serverName(["a.postroad.example"]))
    for size in [1, 2, 3, 4, 5, 40] {
      let name = try serverName(HandmadeHello.records(hello, size: size))
      #expect(
        name == "a.postroad.example", "\(size) bytes in a record: even the header of the message is split")
    }
  }

  // RFC 8446 §4.1.2: a message ends where its length says
  @Test func `every beginning is incomplete, and what follows does not matter`() throws {
    for text in [ClientHellos.twelve, ClientHellos.split] {
      let all = bytes(hex: text)
      for count in 0..<all.count {
        #expect(throws: LB.ClientHelloError.incomplete, "the first \(count) of \(all.count) bytes") {
          try serverName(Array(all.prefix(count)))
        }
      }
    }
    let more = try serverName(bytes(hex: ClientHellos.twelve) + [0x17, 3, 3, 0, 1, 0])
    #expect(more == "www.postroad.example", "the next record is not part of the message")
  }

  // RFC 8446 §5.1: 22 is a handshake, 1 to 2^14 bytes; §4: 1 is a ClientHello
  @Test func `other records and messages are refused at once`() throws {
    #expect(throws: LB.ClientHelloError.notHandshake(0x47), "`G` of `GET`") {
      try serverName(Array("GET".utf8))
    }
    #expect(throws: LB.ClientHelloError.badRecordLength(0), "no empty parts of a handshake") {
      try serverName([22, 3, 1, 0, 0])
    }
    #expect(throws: LB.ClientHelloError.badRecordLength(16_385), "2^14 is the most") {
      try serverName([22, 3, 1, 0x40, 0x01])
    }
    #expect(throws: LB.ClientHelloError.notClientHello(2), "a ServerHello is 2: the first byte is enough") {
      try serverName([22, 3, 1, 0, 9, 2])
    }
    #expect(throws: LB.ClientHelloError.notHandshake(23), "the second record has another type") {
      try serverName([22, 3, 1, 0, 4, 1, 0, 0, 50, 23])
    }
  }

  // Our bound: the length has 24 bits, and a balancer keeps what it has not understood
  @Test func `a message has a bound`() throws {
    #expect(throws: LB.ClientHelloError.messageTooLong(16_385), "refused by its header alone") {
      try serverName([22, 3, 1, 0, 4, 1, 0, 0x40, 0x01])
    }
    #expect(throws: LB.ClientHelloError.incomplete, "16,384 bytes are within it") {
      try serverName([22, 3, 1, 0, 4, 1, 0, 0x40, 0x00])
    }
  }

  // RFC 8446 §3.4: a vector's length; §4.1.2: nothing may be left over
  @Test func `every length has to fit exactly`() throws {
    let list = [0] + HandmadeHello.vector(2, Array("a.example".utf8))
    let extensions: [(String, [UInt8])] = [
      ("a name longer than its list", HandmadeHello.field(0, HandmadeHello.vector(2, [0, 0, 9, 97]))),
      ("a list longer than its extension", HandmadeHello.field(0, [0, 13] + list)),
      ("a rest behind the list", HandmadeHello.field(0, HandmadeHello.vector(2, list) + [0])),
      ("an empty list", HandmadeHello.field(0, [0, 0])),
      ("an empty extension", HandmadeHello.field(0, [])),
      ("an extension longer than all of them", [0, 5, 0, 1]),
      ("half a type", HandmadeHello.serverName(["a.example"]) + [0]),
    ]
    for (what, bytes) in extensions {
      #expect(throws: LB.ClientHelloError.malformed, "\(what)") {
        try serverName(HandmadeHello.records(HandmadeHello.body(extensions: bytes)))
      }
    }
    let body = HandmadeHello.body(extensions: HandmadeHello.serverName(["a.example"]))
    for (what, bytes) in [
      ("a rest behind the extensions", body + [0]), ("too short", Array(body.prefix(35))),
    ] {
      #expect(throws: LB.ClientHelloError.malformed, "\(what)") {
        try serverName(HandmadeHello.records(bytes))
      }
    }
  }

  // RFC 8446 §4.2: no more than one extension of a type; RFC 6066 §3: no more than one name of a type
  @Test func `nothing may stand there twice`() throws {
    let name = HandmadeHello.serverName(["a.example"])
    let twice = [
      name + HandmadeHello.serverName(["b.example"]), HandmadeHello.serverName(["a.example", "b.example"]),
    ]
    for extensions in twice + [name + HandmadeHello.field(9, []) + HandmadeHello.field(9, [])] {
      #expect(throws: LB.ClientHelloError.repeated, "which of the two would the backend believe?") {
        try serverName(HandmadeHello.records(HandmadeHello.body(extensions: extensions)))
      }
    }
  }

  // RFC 6066 §3: ASCII, no trailing dot, no address; the characters are our choice
  @Test(arguments: [
    "", ".", "a.example.", ".example", "192.0.2.1", "a b.example", "a.example\0", "ü.example",
  ]) func `what is no name of a host is refused`(name: String) throws {
    #expect(throws: LB.ClientHelloError.badName, "\(name.debugDescription)") {
      try serverName(HandmadeHello.records(HandmadeHello.body(extensions: HandmadeHello.serverName([name]))))
    }
  }

  // RFC 6066 §3: name types other than host_name may come; our bound: 253 characters, as in DNS
  @Test func `other types of names are passed over, and a name has a bound`() throws {
    let other = HandmadeHello.field(0, HandmadeHello.vector(2, [7, 0, 1, 9, 0, 0, 3] + Array("a.b".utf8)))
    let name = try serverName(HandmadeHello.records(HandmadeHello.body(extensions: other)))
    #expect(name == "a.b", "the first name has type 7")
    let long = String(repeating: "a.", count: 126) + "b"
    let longest = try serverName(
      HandmadeHello.records(HandmadeHello.body(extensions: HandmadeHello.serverName([long]))))
    #expect(longest == long, "253 characters are a name")
    #expect(throws: LB.ClientHelloError.badName, "254 are none") {
      try serverName(
        HandmadeHello.records(HandmadeHello.body(extensions: HandmadeHello.serverName([long + "b"]))))
    }
  }
}
