import Foundation
import Testing

extension Live {
  /// Interop: the judge of running servers is judged by servers that are right, and by some that are not.
  @Suite struct LabCheckTests {
    private static let unpack = "sh Tests/Interop/Live/unpack-servers.sh .build/servers"
    private static let hasNSD = Program("nsd") != nil
    private static let hasNginx = Program("nginx") != nil

    /// The sentences with this mark.
    private func marked(_ mark: String, _ text: String) -> [String] {
      text.split(separator: "\n").filter { $0.hasPrefix("\(mark) ") }.map { line in
        let sentence = line.dropFirst(2)
        let end = sentence.firstRange(of: #/ {2,}RFC [0-9]/#)?.lowerBound ?? sentence.endIndex
        return String(sentence[..<end])
      }
    }

    private func lab(_ arguments: String...) throws -> (status: Int32, text: String) {
      try LabProcess.output(["check"] + arguments)
    }

    @Test func `our authority keeps all rules`() throws {
      let tower = try Tower()
      let (status, text) = try lab("authority", "127.0.0.1:\(try tower.port)")
      #expect(status == 0, "\(text)")
      #expect(text.hasSuffix("\n20 kept\n"), "\(text)")
    }

    @Test(.enabled(if: hasNSD, "needs nsd: \(unpack)")) func `NSD keeps all rules`() throws {
      let tower = try Tower()
      let (nsd, port) = try tower.startNSD()
      try withExtendedLifetime(nsd) {
        let (status, text) = try lab("authority", "127.0.0.1:\(port)")
        #expect(status == 0, "\(text)")
      }
    }

    @Test(.enabled(if: NameServers.areThere, "needs nsd, knotd and named: \(unpack)"))
    func `NSD and Knot keep all rules over another zone, and BIND is found out to be a resolver`() throws {
      let servers = try NameServers()
      for kind in [NameServers.Kind.nsd, .knot] {
        let (status, text) = try lab("authority", "127.0.0.1:\(try servers.port(of: kind))")
        #expect(status == 0, "\(kind.rawValue): \(text)")
      }
      // The recordings have it ask NSD.
      let (status, text) = try lab("authority", "127.0.0.1:\(try servers.port(of: .bind))")
      #expect(status == 1)
      #expect(marked("✗", text).contains("the zone's SOA is answered with authority"), "\(text)")
    }

    @Test func `our resolver keeps all rules`() throws {
      let internet = try SmallInternet()
      let (status, text) = try lab("resolver", try internet.resolver.address)
      #expect(status == 0, "\(text)")
      #expect(text.hasSuffix("\n22 kept\n"), "\(text)")
    }

    @Test func `our edge keeps all rules`() throws {
      let backend = try LabProcess("backend", "--listen", "127.0.0.1:0", "--name", "a")
      let edge = try LabProcess(
        "edge", "--listen", "127.0.0.1:0", "--origin", "http://\(try backend.address)")
      let (status, text) = try lab("edge", try edge.address, "--origin", try backend.address)
      #expect(status == 0, "\(text)")
      #expect(marked("–", text) == [], "\(text)")
    }

    @Test func `what keeps nothing is found out to be no edge`() throws {
      let backend = try LabProcess("backend", "--listen", "127.0.0.1:0", "--name", "a")
      let (status, text) = try lab("edge", try backend.address, "--origin", try backend.address)
      #expect(status == 1)
      #expect(marked("✗", text).contains("a fresh response is served again without asking the origin"))
      #expect(marked("✓", text).contains("no-store is not stored"))
    }

    @Test(.enabled(if: hasNginx, "needs nginx: \(unpack)"))
    func `nginx breaks five rules, and no other`() throws {
      let backend = try LabProcess("backend", "--listen", "127.0.0.1:0", "--name", "a")
      let nginx = try Nginx(origins: [try backend.address], caches: true)
      let (status, text) = try lab("edge", "127.0.0.1:\(nginx.port)", "--origin", try backend.address)
      #expect(status == 1)
      #expect(marked("✗", text) == Nginx.differences, "\(text)")
    }

    @Test func `our balancer keeps all rules`() throws {
      let pool = try Pool(["--max-fails", "0"])
      let (status, text) = try lab(
        "balancer", try pool.balancer.address, "--backends", pool.addresses.joined(separator: ","))
      #expect(status == 0, "\(text)")
    }

    @Test(.enabled(if: hasNginx, "needs nginx: \(unpack)"))
    func `nginx as a balancer breaks three rules, and no other`() throws {
      let pool = try Pool()
      let nginx = try Nginx(origins: pool.addresses, caches: false)
      let (status, text) = try lab(
        "balancer", "127.0.0.1:\(nginx.port)", "--backends", pool.addresses.joined(separator: ","))
      #expect(status == 1)
      #expect(marked("✗", text) == Nginx.balancerDifferences, "\(text)")
    }

    @Test func `where nobody is, nobody is judged`() throws {
      let port = try Loopback.freePort()
      #expect(try lab("authority", "127.0.0.1:\(port)").status == 3)
      #expect(try lab("edge", "127.0.0.1:\(port)", "--origin", "127.0.0.1:\(port)").status == 3)
    }
  }
}
