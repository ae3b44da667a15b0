import Foundation
import Testing

extension Live {
  /// Interop: chapter 4's solutions behind a socket, as curl sees them.
  @Suite(.enabled(if: Program("curl") != nil, "needs curl, of Debian's package curl"))
  struct LabEdgeTests {
    @Test func `a miss, and then a hit`() throws {
      let road = try Road()
      let miss = try road.get("/map?max-age=60")
      let hit = try road.get("/map?max-age=60")
      #expect(miss.status == "200")
      #expect(miss["Cache-Status"] == "edge; fwd=uri-miss; fwd-status=200; stored; ttl=60")
      #expect(hit["Cache-Status"]?.hasPrefix("edge; hit; ttl=") == true)
      #expect(hit["Age"] != nil)
      #expect([miss.body, hit.body] == ["a: request 1 of /map\n", "a: request 1 of /map\n"])
      #expect(try road.count("/map") == 1)
    }

    @Test func `HEAD, a range and a condition are answered from the store`() throws {
      let road = try Road()
      let whole = try road.get("/map?max-age=60&etag=v7")
      let head = try road.get("/map?max-age=60&etag=v7", "--head")
      let part = try road.get("/map?max-age=60&etag=v7", "--range", "3-9")
      let none = try road.get("/map?max-age=60&etag=v7", "-H", #"If-None-Match: "v7""#)
      #expect(whole["ETag"] == #""v7""#)
      #expect(head.status == "200")
      #expect(head["Content-Length"] == "\(whole.body.utf8.count)")
      #expect(head.body.isEmpty)
      #expect(part.status == "206")
      #expect(part["Content-Range"] == "bytes 3-9/\(whole.body.utf8.count)")
      #expect(part.body == "request")
      #expect(none.status == "304")
      #expect(try road.count("/map") == 1)
    }

    @Test func `a stale answer is asked about, and a 304 makes it fresh`() throws {
      let road = try Road()
      let first = try road.get("/map?max-age=0&etag=v7")
      let second = try road.get("/map?max-age=0&etag=v7")
      #expect(second.status == "200")
      #expect(second["Cache-Status"]?.hasPrefix("edge; fwd=stale; fwd-status=304") == true)
      #expect(second.body == first.body)
      #expect(try road.count("/map") == 2)
    }

    @Test func `a stale answer is served when the origin was killed`() throws {
      let road = try Road()
      let first = try road.get("/map?max-age=0&stale-if-error=600")
      _ = try road.get("/other?max-age=0")
      try road.killOrigin()
      let second = try road.get("/map?max-age=0&stale-if-error=600")
      #expect(second.status == "200")
      #expect(second.body == first.body)
      #expect(second["Cache-Status"]?.hasPrefix("edge; fwd=stale; ttl=") == true)
      #expect(try road.get("/other?max-age=0").status == "502")
    }

    @Test func `64 misses at once are one request to the origin`() throws {
      let road = try Road()
      let curl = try #require(Program("curl"))
      let url = "http://\(try road.edge.address)/hold?max-age=60"
      let arguments = ["-s", "--parallel", "--parallel-immediate", "--parallel-max", "64"]
      let asking = try curl.begin(arguments + [String](repeating: url, count: 64))
      // The origin holds its answer until all the others are seen to wait.
      for _ in 1..<64 { try road.edge.line { $0.hasSuffix(": waits") } }
      #expect(try road.origin("/release").body == "1\n")
      let bodies = try asking.output()
      #expect(bodies == String(repeating: "a: request 1 of /hold\n", count: 64))
      #expect(try road.count("/hold") == 1)
    }

    @Test func `a response that is cut short is a failure, and not stored`() throws {
      let road = try Road()
      #expect(try road.get("/cut?max-age=60").status == "502")
      #expect(try road.get("/cut?max-age=60").status == "502")
      #expect(try road.count("/cut") == 2)
    }

    @Test func `an origin that says nothing is given up`() throws {
      let road = try Road("--timeout", "1s")
      #expect(try road.get("/hold").status == "504")
    }

    @Test func `a body goes to the origin, and what it changes is not served any more`() throws {
      let road = try Road()
      _ = try road.get("/map?max-age=60")
      let large = String(repeating: "postroad", count: 10_000)
      #expect(try road.get("/map?max-age=60", "--data", large).body == "a: request 2 of /map\n")
      #expect(try road.get("/map?max-age=60").body == "a: request 3 of /map\n")
    }

    @Test func `requests in one piece are answered in their order, and the last one ends the connection`()
      throws
    {
      let road = try Road()
      let client = try Loopback(to: road.edge.port, over: .tcp)
      let head = "HTTP/1.1\r\nHost: www.postroad.example\r\n"
      try client.send(
        Array("GET /1 \(head)\r\nGET /2 \(head)\r\nGET /3 \(head)Connection: close\r\n\r\n".utf8))
      let text = try Road.all(client)
      let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map { String(Substring($0)) }
      let bodies = lines.filter { $0.hasPrefix("a: ") }
      #expect(bodies == ["a: request 1 of /1", "a: request 1 of /2", "a: request 1 of /3"])
      #expect(text.contains("Connection: close\r\n"))
    }

    @Test func `a request with two lengths is refused, and nothing after it is read`() throws {
      let road = try Road()
      let client = try Loopback(to: road.edge.port, over: .tcp)
      let fields = "Host: www.postroad.example\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n"
      try client.send(Array("POST / HTTP/1.1\r\n\(fields)\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n".utf8))
      let text = try Road.all(client)
      #expect(text.hasPrefix("HTTP/1.1 400 "))
      #expect(text.components(separatedBy: "HTTP/1.1").count == 2)
      #expect(try road.count("/smuggled") == 0)
    }

    @Test func `Ctrl-C ends it, and it tells what went through`() throws {
      let road = try Road()
      _ = try road.get("/map?max-age=60")
      _ = try road.get("/map?max-age=60")
      let (status, last) = try road.edge.interrupted()
      #expect(status == 0)
      #expect(last == "lab edge: 2 requests, 1 to the origin")
    }
  }
}
