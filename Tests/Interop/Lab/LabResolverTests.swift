import Foundation
import Testing

extension Live {
  /// Interop: chapter 3's solutions behind a socket, from the root down to the answer.
  @Suite(.enabled(if: Program("dig") != nil, "needs dig, of Debian's package bind9-dnsutils"))
  struct LabResolverTests {
    /// What dig shows of an answer: its status, and the data of its answer section without TTLs.
    private func told(_ output: DigOutput) -> [String] {
      let answers = output.entries.filter { $0.hasPrefix("answer") }.map(DigOutput.withoutTTL)
      return [output.status] + answers.map { $0.split(separator: " ").dropFirst().joined(separator: " ") }
    }

    @Test func `ten names are found`() throws {
      let internet = try SmallInternet()
      let zone = "postroad.example"
      let expected = [
        ("www.\(zone)", "A", ["NOERROR", "www.\(zone). in a 192.0.2.80"]),
        (
          "road.\(zone)", "A",
          [
            "NOERROR", "road.\(zone). in cname www.elsewhere.example.",
            "www.elsewhere.example. in a 192.0.2.90",
          ]
        ),
        ("host.glueless.example", "A", ["NOERROR", "host.glueless.example. in a 192.0.2.91"]),
        ("nowhere.\(zone)", "A", ["NXDOMAIN"]),
        ("www.\(zone)", "MX", ["NOERROR"]),
        ("any.wild.\(zone)", "A", ["NOERROR", "any.wild.\(zone). in a 192.0.2.70"]),
        (zone, "NS", ["NOERROR", "\(zone). in ns ns1.\(zone).", "\(zone). in ns ns2.\(zone)."]),
        ("www.elsewhere.example", "A", ["NOERROR", "www.elsewhere.example. in a 192.0.2.90"]),
        ("lame.example", "A", ["SERVFAIL"]),
        ("www.dead.example", "A", ["SERVFAIL"]),
      ]
      for (name, type, answer) in expected {
        let asked = try internet.dig(name, type)
        #expect(told(asked) == answer, "\(name) \(type)")
        #expect(asked.flags == "qr rd ra", "\(name) \(type)")
      }
      let long = try internet.dig("long.\(zone)", "TXT")
      #expect(told(long).count == 4)
      #expect(try internet.dig("long.\(zone)", "TXT", "+ignore", "+noedns").flags == "qr tc rd ra")
    }

    @Test func `what is known is not asked for again`() throws {
      let internet = try SmallInternet()
      for _ in 0..<3 { #expect(try internet.dig("www.postroad.example", "A").status == "NOERROR") }
      #expect(try internet.dig("mail.postroad.example", "A").status == "NOERROR")
      for _ in 0..<3 { #expect(try internet.dig("nowhere.postroad.example", "A").status == "NXDOMAIN") }
      #expect(try internet.queries(of: "192.0.2.1") == 1)
      #expect(try internet.queries(of: "192.0.2.2") == 1)
      #expect(try internet.queries(of: "192.0.2.53") == 3)
    }

    @Test func `a killed authority leads to the next one`() throws {
      let internet = try SmallInternet()
      #expect(told(try internet.dig("www.postroad.example", "A")).count == 2)
      internet.kill("192.0.2.53")
      #expect(
        told(try internet.dig("mail.postroad.example", "A")) == [
          "NOERROR", "mail.postroad.example. in a 192.0.2.25",
        ])
      #expect(try internet.queries(of: "192.0.2.54") == 1)
    }

    @Test func `a client that desires no recursion gets what is known, and nothing else`() throws {
      let internet = try SmallInternet()
      #expect(try internet.dig("www.postroad.example", "A", "+norecurse").status == "REFUSED")
      _ = try internet.dig("www.postroad.example", "A")
      #expect(try internet.dig("www.postroad.example", "A", "+norecurse").status == "NOERROR")
    }

    // RFC 8767 §4, §5: an answer that has ended is better than none, for 30 seconds.
    @Test func `where every authority is killed, stale answers are left`() throws {
      let internet = try SmallInternet("--stale")
      #expect(told(try internet.dig("brief.postroad.example", "A")).count == 2)
      internet.kill("192.0.2.53")
      internet.kill("192.0.2.54")
      // Its TTL is one second; each question takes a little of it.
      var last: DigOutput?
      for _ in 0..<500 {
        let asked = try internet.dig("brief.postroad.example", "A")
        last = asked
        guard asked.entries.contains("answer brief.postroad.example. 1 in a 192.0.2.82") else { break }
      }
      #expect(last?.status == "NOERROR")
      #expect(
        last?.entries.contains("answer brief.postroad.example. 30 in a 192.0.2.82") == true,
        "\(last?.entries ?? [])")
      #expect(try internet.dig("mail.postroad.example", "A").status == "SERVFAIL")
    }

    // RFC 9156 §2.1: nobody on the way sees more than it needs.
    @Test func `who minimises finds the same and shows less`() throws {
      let internet = try SmallInternet("--minimise")
      for (name, type, answer) in [
        ("deep.below.there.postroad.example", "A", "deep.below.there.postroad.example. in a 192.0.2.83"),
        ("host.glueless.example", "A", "host.glueless.example. in a 192.0.2.91"),
        ("road.postroad.example", "A", "www.elsewhere.example. in a 192.0.2.90"),
      ] { #expect(told(try internet.dig(name, type)).last == answer) }
      #expect(told(try internet.dig("a.b.nowhere.postroad.example", "A")) == ["NXDOMAIN"])
      #expect(try internet.questions(to: "192.0.2.1") == ["example. a"])
      #expect(
        try internet.questions(to: "192.0.2.2") == [
          "postroad.example. a", "glueless.example. a", "elsewhere.example. a",
        ])
      let asked = try internet.questions(to: "192.0.2.53")
      #expect(asked.contains("nowhere.postroad.example. a"))
      #expect(!asked.contains { $0.contains("b.nowhere") })
    }
  }
}
