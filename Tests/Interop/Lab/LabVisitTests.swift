import Foundation
import Testing

extension Live {
  /// Interop: one visit, from the name to the page, through all that `lab` has.
  @Suite struct LabVisitTests {
    private func lab(_ arguments: [String]) throws -> (status: Int32, text: String) {
      try LabProcess.output(arguments)
    }

    @Test func `a name becomes a page: dns, tcp, wait, body, and a second time without the first two`() throws
    {
      let internet = try SmallInternet()
      let backend = try LabProcess("backend", "--listen", "127.0.0.1:0", "--name", "a")
      let edge = try LabProcess(
        "edge", "--listen", "127.0.0.1:0", "--origin", "http://\(try backend.address)")
      let map = internet.folder.appending(path: "road.map")
      try "192.0.2.80 \(try edge.address)\n".write(to: map, atomically: true, encoding: .utf8)
      let (status, text) = try lab([
        "visit", "http://www.postroad.example/map?max-age=60", "--dns", try internet.resolver.address,
        "--map-addresses", map.path(percentEncoded: false), "--again",
      ])
      #expect(status == 0)
      let lines = text.split(separator: "\n").map(String.init)
      #expect(
        lines.contains(
          "  dns    www.postroad.example is 192.0.2.80 for 600 s, says \(try internet.resolver.address)"))
      #expect(lines.contains("  tcp    connected to \(try edge.address)"))
      #expect(text.contains("  wait   200, Cache-Status: edge; fwd=uri-miss"))
      let rows = lines.drop { $0 != "cold" }.map { $0.split(separator: " ").first.map(String.init) ?? "" }
      #expect(
        rows == ["cold", "dns", "tcp", "wait", "body", "total", "warm", "wait", "body", "total"], "\(text)")
    }

    @Test func `an alias leads on, and a name that does not exist is said to`() throws {
      let internet = try SmallInternet()
      let backend = try LabProcess("backend", "--listen", "127.0.0.1:0", "--name", "a")
      let map = internet.folder.appending(path: "road.map")
      try "192.0.2.90 \(try backend.address)\n".write(to: map, atomically: true, encoding: .utf8)
      let options = [
        "--dns", try internet.resolver.address, "--map-addresses", map.path(percentEncoded: false),
      ]
      let alias = try lab(["visit", "http://road.postroad.example/"] + options)
      #expect(alias.status == 0)
      #expect(alias.text.contains("road.postroad.example is 192.0.2.90 for "))
      #expect(try lab(["visit", "http://nowhere.postroad.example/"] + options).status == 1)
      // The documentation's addresses lead nowhere, unless the map says where.
      #expect(try lab(["visit", "http://www.postroad.example/"] + options).status == 64)
    }

    @Test func `nobody there is a failure, not a crash`() throws {
      let port = try Loopback.freePort()
      #expect(try lab(["visit", "http://127.0.0.1:\(port)/"]).status == 1)
    }
  }
}
