import DNSMessages
import LabKit
import PostRoad
import Testing

@Suite struct CheckReportTests {
  private func report(_ change: (inout MemoryAuthority) -> Void = { _ in }) throws -> CheckReport {
    var peer = try MemoryAuthority()
    change(&peer)
    return try CheckReport(
      authorityRules(zone: parseName("postroad.example")), of: peer as any AuthorityPeer)
  }

  @Test func `a rule is a line of 80 columns with its source at the end`() throws {
    let lines = try report().text.split(separator: "\n")
    #expect(
      lines.first
        == "✓ the zone's SOA is answered with authority                      RFC 8906 §3.1.1")
    #expect(lines.last == "20 kept")
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `a broken rule says what was asked, wanted and got`() throws {
    let text = try report { peer in
      peer.change = { _, answer in
        var changed = answer
        changed?.header.isAuthoritative = false
        return changed
      }
    }.text
    let lines = text.split(separator: "\n").map(String.init)
    #expect(
      Array(lines.prefix(4)) == [
        "✗ the zone's SOA is answered with authority                      RFC 8906 §3.1.1",
        "    asked   postroad.example. SOA",
        "    wanted  NOERROR with AA and one SOA record",
        "    got     postroad.example. SOA: NOERROR, 1 answer, 81 octets",
      ], "\(text)")
    #expect(lines.last?.contains("broken") == true)
  }
}
