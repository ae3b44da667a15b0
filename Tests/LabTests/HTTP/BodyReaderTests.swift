import LabKit
import Testing

@Suite struct BodyReaderTests {
  /// Reads a body that comes in pieces of so many octets: the body, and what is left.
  private func read(
    _ text: String, _ length: BodyReader.Length, pieces: Int = .max, limit: Int = 100, ends: Bool = false
  ) throws -> (body: String, rest: String, isComplete: Bool) {
    var reader = try BodyReader(length, limit: limit)
    var input: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      input += rest.prefix(pieces)
      rest = rest.dropFirst(pieces)
      try reader.take(from: &input)
    }
    if ends { try reader.end() }
    return (
      String(decoding: reader.body, as: UTF8.self), String(decoding: input, as: UTF8.self), reader.isComplete
    )
  }

  @Test func `a length says where the body ends`() throws {
    #expect(try read("mapGET", .bytes(3)) == ("map", "GET", true))
    #expect(try read("ma", .bytes(3)) == ("ma", "", false))
    #expect(try read("GET", .bytes(0)) == ("", "GET", true))
  }

  // RFC 9112 §7.1
  @Test(arguments: [1, 2, 3, 7, 100]) func `chunks are one body, however they come`(_ pieces: Int) throws {
    let text = "3\r\nmap\r\n1A;name=\"value\"\r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\nExpires: 0\r\n\r\nGET"
    #expect(try read(text, .chunked, pieces: pieces) == ("mapabcdefghijklmnopqrstuvwxyz", "GET", true))
  }

  @Test(arguments: [
    "\r\n", "x\r\nmap", "-1\r\n", "3\nmap\r\n", "3\r\nmapp\r\n", "1000000000000000\r\n", "3 3\r\nmap\r\n",
  ])
  func `what is no chunk is refused`(_ text: String) {
    #expect(throws: BodyReader.Failure.badChunk) { try read(text, .chunked) }
  }

  @Test func `a line that never ends is refused`() {
    #expect(throws: BodyReader.Failure.badChunk) {
      try read("1;" + String(repeating: "x", count: 5_000), .chunked)
    }
    let trailer = "0\r\n" + String(repeating: "a: b\r\n", count: 2_000)
    #expect(throws: BodyReader.Failure.badChunk) { try read(trailer, .chunked) }
  }

  @Test func `nothing has more octets than it may have`() throws {
    let tooLarge = BodyReader.Failure.tooLarge(limit: 5)
    #expect(throws: tooLarge) { try read("", .bytes(6), limit: 5) }
    #expect(throws: tooLarge) { try read("3\r\nmap\r\n3\r\n", .chunked, limit: 5) }
    #expect(throws: tooLarge) { try read("abcdef", .untilEnd, limit: 5) }
    #expect(try read("abcde", .untilEnd, limit: 5, ends: true) == ("abcde", "", true))
  }

  @Test func `a connection that ends too soon cuts the body short`() {
    #expect(throws: BodyReader.Failure.cutShort) { try read("ma", .bytes(3), ends: true) }
    #expect(throws: BodyReader.Failure.cutShort) { try read("3\r\nmap\r\n", .chunked, ends: true) }
  }
}
