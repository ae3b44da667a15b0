import LabKit
import PostRoad
import Testing

@Suite struct ResponseHeadTests {
  private func read(_ text: String) throws -> ResponseHead { try ResponseHead(Array(text.utf8)) }

  @Test func `a head is its status, its fields and where its body ends`() throws {
    let head = try read("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nETag: \"v1\"\r\n\r\nmap")
    #expect(head.status == 200)
    #expect(head.fields == ["content-length": "3", "etag": "\"v1\""])
    #expect(head.length == .bytes(3))
    #expect(head.octets == 50)
  }

  @Test func `the framing is that of RFC 9112 §6.3`() throws {
    #expect(try read("HTTP/1.1 200 OK\r\n\r\n").length == .untilEnd)
    #expect(try read("HTTP/1.0 404\r\nContent-Length: 0\r\n\r\n").length == .bytes(0))
    #expect(try read("HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n").length == .chunked)
    #expect(throws: LB.FramingError.bothLengths) {
      try read("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n")
    }
  }

  @Test(arguments: [
    "HTTP/2 200 OK\r\n\r\n", "HTTP/1.1 2000 OK\r\n\r\n", "HTTP/1.1 200OK\r\n\r\n", "200 OK\r\n\r\n",
    "HTTP/1.1 200 OK\n\n", "HTTP/1.2 200 OK\r\n\r\n", "HTTP/1.1 600 OK\r\n\r\n", "HTTP/1.1 20x OK\r\n\r\n",
    "HTTP/1.1 200 O\rK\r\n\r\n", "HTTP/1.1 200\r\r\n\r\n", "http/1.1 200 OK\r\n\r\n",
  ])
  func `what does not begin with a status line is no response`(_ text: String) {
    #expect(throws: ResponseHead.Failure.badStatusLine) { try read(text) }
  }

  @Test func `more may come, but not for ever`() {
    for text in ["", "HTTP/1.1 20", "HTTP/1.1 200 OK\r\nETag"] {
      #expect(throws: LB.RequestError.incomplete) { try read(text) }
    }
    #expect(throws: LB.RequestError.headTooLarge) { try read(String(repeating: "x", count: 20_000)) }
  }
}
