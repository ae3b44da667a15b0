import Foundation
import Testing

extension Live {
  /// Interop: a road between others' programs and ours.
  @Suite struct LabRoadTests {
    private static let hasDig = Program("dig") != nil
    private static let hasCurl = Program("curl") != nil

    /// What dig prints of an answer that has come over a road.
    private func dig(_ road: LabProcess, _ options: String...) throws -> String {
      let dig = try #require(Program("dig"))
      return try dig.output(
        ["@127.0.0.1", "-p", "\(try road.port)", "+norecurse"] + options + ["www.postroad.example", "A"])
    }

    private static func milliseconds(_ printed: String) -> Int? {
      printed.firstMatch(of: /Query time: ([0-9]+) msec/).flatMap { Int($0.1) }
    }

    @Test(.enabled(if: hasDig, "needs dig, of Debian's package bind9-dnsutils"))
    func `dig waits for both ways, and over TCP for two round trips`() throws {
      let tower = try Tower()
      let road = try LabProcess(
        "road", "--listen", "127.0.0.1:0", "--to", "127.0.0.1:\(try tower.port)", "--delay", "100ms")
      let datagram = try dig(road, "+tries=1", "+time=10")
      #expect(datagram.contains("status: NOERROR"))
      #expect(try #require(Self.milliseconds(datagram)) >= 199)
      let stream = try dig(road, "+tcp", "+tries=1", "+time=10")
      #expect(stream.contains("status: NOERROR"))
      #expect(try #require(Self.milliseconds(stream)) >= 398)
    }

    @Test(.enabled(if: hasDig, "needs dig, of Debian's package bind9-dnsutils"))
    func `dig asks again where a query is lost, and gives up where all are`() throws {
      let tower = try Tower()
      let target = "127.0.0.1:\(try tower.port)"
      let cut = try LabProcess("road", "--listen", "127.0.0.1:0", "--to", target, "--cut", "0s-1s")
      let retried = try dig(cut, "+tries=4", "+time=1")
      #expect(retried.contains("status: NOERROR"))
      #expect(try cut.interrupted().last.contains(" datagrams, 1 lost; "))
      let dead = try LabProcess("road", "--listen", "127.0.0.1:0", "--to", target, "--loss", "100%")
      #expect(try dig(dead, "+tries=1", "+time=1").contains("no servers could be reached"))
    }

    @Test(.enabled(if: hasCurl, "needs curl, of Debian's package curl"))
    func `a megabyte comes over a lossy road as it was sent`() throws {
      let backend = try LabProcess("backend", "--listen", "127.0.0.1:0", "--name", "a")
      let road = try LabProcess(
        "road", "--listen", "127.0.0.1:0", "--to", try backend.address, "--delay", "5ms", "--loss", "1%",
        "--seed", "7")
      let curl = try #require(Program("curl"))
      let printed = try curl.output(["-s", "http://\(try road.address)/map?size=1000000", "-o", "-"])
      #expect(printed.utf8.count == 1_000_000)
      #expect(printed.hasPrefix("abcdefgh"))
      let alphabet = "abcdefghijklmnopqrstuvwxyz"
      #expect(printed.utf8.elementsEqual((0..<1_000_000).map { Array(alphabet.utf8)[$0 % 26] }))
      let last = try road.interrupted().last
      #expect(last.contains("; 1 connections, "), "\(last)")
    }

    @Test func `a client that has said all still gets the answer`() throws {
      let backend = try LabProcess("backend", "--listen", "127.0.0.1:0", "--name", "a")
      let road = try LabProcess(
        "road", "--listen", "127.0.0.1:0", "--to", try backend.address, "--delay", "20ms")
      let client = try Loopback(to: road.port, over: .tcp)
      try client.send(Array("GET /map?size=300000 HTTP/1.0\r\n\r\n".utf8))
      let text = try Road.all(client)
      #expect(text.hasPrefix("HTTP/1.1 200"))
      #expect(text.utf8.count > 300_000)
    }
  }
}
