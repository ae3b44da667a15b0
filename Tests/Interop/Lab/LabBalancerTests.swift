import Foundation
import Testing

extension Live {
  /// Interop: the solutions of chapters 5 and 6 behind a socket, as curl and wrk see them.
  @Suite(.enabled(if: Program("curl") != nil, "needs curl, of Debian's package curl"))
  struct LabBalancerTests {
    private static let hasWrk = Program("wrk") != nil

    @Test func `backends take turns`() throws {
      let pool = try Pool()
      let bodies = try (0..<4).map { _ in try pool.get("/map").body }
      #expect(
        bodies == [
          "a: request 1 of /map\n", "b: request 1 of /map\n", "c: request 1 of /map\n",
          "a: request 2 of /map\n",
        ])
    }

    @Test func `a path keeps its backend on the ring`() throws {
      let pool = try Pool(["--pick", "ring"])
      for path in (0..<5).map({ "/scroll/\($0)" }) {
        let first = try pool.get(path).body
        #expect(try pool.get(path).body == first.replacing("request 1", with: "request 2"))
      }
    }

    @Test func `a body comes whole, with who has sent it and who has handed it on`() throws {
      let pool = try Pool()
      let large = String(repeating: "postroad", count: 10_000)
      let told = try pool.get("/head", "--data", large, "-H", "Connection: X-Hop", "-H", "X-Hop: 1").body
      #expect(told.hasPrefix("POST /head HTTP/1.1\n"))
      #expect(told.contains("\nx-forwarded-for: 127.0.0.1\n"))
      #expect(told.contains("\nvia: 1.1 balancer\n"))
      #expect(!told.contains("x-hop"))
      #expect(told.hasSuffix("\n80000 octets\n"))
    }

    @Test(arguments: ["roundrobin", "leastconn", "p2c"])
    func `kill -9 of one of three during 4,000 GETs loses none`(_ rule: String) throws {
      let pool = try Pool(["--pick", rule], traced: [0])
      let curl = try #require(Program("curl"))
      // What follows # is for curl alone: the requests are all alike.
      let urls = "http://\(try pool.balancer.address)/anything#[1-4000]"
      let asking = try curl.begin([
        "-s", "--parallel", "--parallel-max", "20", "-o", "/dev/null", "-w", "%{http_code}\n", urls,
      ])
      // A hundred have reached it, and many more are to come.
      for _ in 0..<100 { try pool.backends[0]?.line { $0.hasPrefix("GET ") } }
      pool.kill(0)
      let statuses = try asking.output().split(separator: "\n")
      #expect(statuses.count == 4_000)
      #expect(statuses.count { $0 != "200" } == 0)
      let last = try pool.balancer.interrupted().last
      #expect(last.hasPrefix("lab balancer: 4000 requests, "), "\(last)")
      #expect(last.hasSuffix(", 0 failed"), "\(last)")
      #expect(!last.contains(" 0 sent again"), "\(last)")
    }

    @Test(.enabled(if: hasWrk, "needs wrk: sh Tests/Interop/Live/unpack-servers.sh .build/servers"))
    func `wrk sees no failure when one of three is killed`() throws {
      let pool = try Pool(traced: [0])
      let wrk = try #require(Program("wrk"))
      // A minute is some 100,000 requests, for those who want to see them.
      let seconds = ProcessInfo.processInfo.environment["POSTROAD_LAB_SECONDS"] ?? "4"
      let url = "http://\(try pool.balancer.address)/anything"
      let asking = try wrk.begin(["-t1", "-c50", "-d\(seconds)s", url])
      for _ in 0..<20 { try pool.backends[0]?.line { $0.hasPrefix("GET ") } }
      pool.kill(0)
      let printed = try asking.output()
      #expect(printed.contains(" requests in "), "\(printed)")
      #expect(!printed.contains("Non-2xx"), "\(printed)")
      #expect(!printed.contains("Socket errors"), "\(printed)")
      let last = try pool.balancer.interrupted().last
      #expect(last.hasSuffix(", 0 failed"), "\(last)")
      #expect(!last.contains(" 0 sent again"), "\(last)")
    }

    @Test func `a POST that a backend may have seen is not sent again`() throws {
      let pool = try Pool()
      #expect(try pool.get("/cut", "--data", "scroll").status == "502")
      let counts = try (0..<3).map { try pool.count($0, "/cut") ?? 0 }
      #expect(counts.reduce(0, +) == 1)
      #expect(try pool.get("/cut").status == "502")
      #expect(try (0..<3).reduce(0) { try $0 + (pool.count($1, "/cut") ?? 0) } == 3)
    }

    @Test func `health checks find out who is down, and who is back`() throws {
      let pool = try Pool(["--health", "/health", "--health-interval", "100ms"])
      pool.kill(1)
      try pool.balancer.line { $0 == "lab balancer: \(pool.addresses[1]) is down" }
      #expect(try (0..<4).allSatisfy { _ in try pool.get("/map").status == "200" })
      try pool.restart(1)
      try pool.balancer.line { $0 == "lab balancer: \(pool.addresses[1]) is up" }
      let bodies = try (0..<3).map { _ in try pool.get("/back").body }
      #expect(bodies.contains("again: request 1 of /back\n"))
    }

    @Test func `without any backend it says so`() throws {
      let pool = try Pool(["--health", "/health", "--health-interval", "100ms"])
      for backend in 0..<3 { pool.kill(backend) }
      for _ in 0..<3 { try pool.balancer.line { $0.hasSuffix(" is down") } }
      #expect(try pool.get("/map").status == "503")
    }

    @Test func `curl's PROXY header says who the client is`() throws {
      let pool = try Pool(["--proxy-protocol"])
      let told = try pool.get("/head", "--haproxy-protocol").body
      #expect(told.contains("\nx-forwarded-for: 127.0.0.1\n"))
    }

    @Test(arguments: [
      Array("PROXY TCP4 192.0.2.7 198.51.100.20 51234 443\r\n".utf8),
      [
        0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A, 0x21, 0x11, 0, 12, 192, 0, 2,
        7, 198, 51, 100, 20, 200, 34, 1, 187,
      ],
    ]) func `a PROXY header of either version is believed`(_ header: [UInt8]) throws {
      let pool = try Pool(["--proxy-protocol"])
      let client = try Loopback(to: pool.balancer.port, over: .tcp)
      let request = "GET /head HTTP/1.1\r\nHost: www.postroad.example\r\nConnection: close\r\n\r\n"
      // In two pieces: it is read as it comes.
      try client.send(Array(header[..<9]))
      try client.send(Array(header[9...]) + Array(request.utf8))
      #expect(try Road.all(client).contains("\nx-forwarded-for: 192.0.2.7\n"))
    }

    @Test func `where a PROXY header is expected, nobody comes in without`() throws {
      let pool = try Pool(["--proxy-protocol"])
      let client = try Loopback(to: pool.balancer.port, over: .tcp)
      try client.send(Array("GET /head HTTP/1.1\r\nHost: www.postroad.example\r\n\r\n".utf8))
      #expect((try? Road.all(client)) ?? "" == "")
      #expect(try (0..<3).allSatisfy { try pool.count($0, "/head") == 0 })
    }
  }
}
