import LabKit
import LoadBalancing
import PostRoad
import Testing

/// What is known of a client's fields spares work, and changes nothing.
@Suite struct KnownFieldsTests {
  private static let lines = [
    "GET / HTTP/1.1\r\n", "GET /map HTTP/1.1\r\n", "HEAD /map HTTP/1.1\r\n", "GET /map HTTP/1.0\r\n",
    "GET http://b.example/map HTTP/1.1\r\n", "GET http://[/map HTTP/1.1\r\n", "GET  /map HTTP/1.1\r\n",
    "GET /m#ap HTTP/1.1\r\n", "CONNECT a.example:443 HTTP/1.1\r\n", "CONNECT /map HTTP/1.1\r\n",
    "* * HTTP/1.1\r\n",
    "OPTIONS * HTTP/1.1\r\n", "G\rT /map HTTP/1.1\r\n", "GET /map HTTP/2.0\r\n", "GET /map\r\n",
    "HTTP/1.1\r\n",
    "\r\nGET /map HTTP/1.1\r\n", "\rGET /map HTTP/1.1\r\n", "\r\n", "",
  ]
  private static let fields = [
    "Host: a.example\r\n", "Host: a.example\r\nAccept: */*\r\n", "Host: [\r\n", "Host: a\r\nHost: b\r\n", "",
    "Accept\r\n",
    " Host: a\r\n", "Host: a\r\n\r\nGET /next HTTP/1.1\r\n",
  ]

  @Test func `what is read is what is read without it`() {
    var known = KnownFields()
    // The second time everything that may be known is known.
    for _ in 0..<2 {
      for fields in Self.fields {
        for line in Self.lines {
          let octets = Array("\(line)\(fields)\r\n".utf8)
          #expect(
            told { try known.parse(octets) } == told { try parseRequestHead(octets) }, "\(line)\(fields)")
        }
      }
    }
  }

  @Test func `a head that is too long or not whole is none`() {
    var known = KnownFields()
    let fields = "Host: a.example\r\n\r\n"
    _ = told { try known.parse(Array("GET / HTTP/1.1\r\n\(fields)".utf8)) }
    for target in ["/\(String(repeating: "a", count: 17_000))", "/map"] {
      let octets = Array("GET \(target) HTTP/1.1\r\n\(fields)".utf8)
      for count in [octets.count - 1, octets.count, octets.count + 1] {
        let part = Array((octets + [0x41]).prefix(count))
        #expect(told { try known.parse(part) } == told { try parseRequestHead(part) }, "\(count)")
      }
    }
  }

  private func told(_ read: () throws -> LB.RequestHead) -> String {
    do { return "\(try read())" } catch { return "\(error)" }
  }
}
