import DNSAuthority
import DNSAuthoritySupport
import DNSMessages
import Foundation
import LabKit
import PostRoad
import Testing

/// Zones and questions on which NSD, Knot and PowerDNS agree: `dns/authority-consensus.jsonl` in the folder that `WORKBOOK_CORPUS`
/// names.
@Suite(.enabled(if: Corpus.folder != nil, "set WORKBOOK_CORPUS to the corpus folder to run it"))
struct AuthorityConsensusTests {
  private struct Case: Decodable {
    let id: Int
    let zone, qname, qtype, rcode: String
    let answer, authority, additional: [String]
    let aa: Bool
  }

  /// Records as text without class and quotes, in lower case and sorted: neither case nor order has a meaning.
  private func lines(_ records: [String]) -> [String] {
    records.map {
      $0.lowercased().replacing(" in ", with: " ").replacing("\"", with: "").trimmingCharacters(
        in: .whitespaces)
    }
    .sorted()
  }

  // RFC 1034 §4.3.2, RFC 4592, RFC 9471
  @Test func `every question gets the reply of three servers`() throws {
    var count = 0
    for (asked, records) in try Self.cases.get() {
      let zone = try ZoneTree(origin: #require(records.first).name, records: records)
      let ours = try reply(to: question("\(asked.qname) \(asked.qtype)"), in: zone)
      #expect(codeText(ours.responseCode) == asked.rcode, "case \(asked.id)")
      #expect(ours.isAuthoritative == asked.aa, "case \(asked.id)")
      #expect(lines(ours.answers.map(\.zoneLine)) == lines(asked.answer), "case \(asked.id)")
      if ours.answers.isEmpty {
        // The servers' authority section of a positive answer may name the zone's servers.
        #expect(lines(ours.authorities.map(\.zoneLine)) == lines(asked.authority), "case \(asked.id)")
        #expect(lines(ours.additionals.map(\.zoneLine)) == lines(asked.additional), "case \(asked.id)")
      }
      count += 1
    }
    #expect(count > 0, "the corpus has no cases")
  }

  /// `lab authority --compiled` says octet for octet what it says without.
  @Test func `compiled answers are the composed ones`() throws {
    for (asked, records) in try Self.cases.get() {
      let composed = Authority(zones: [try ZoneFile.tree(of: records)])
      var compiled = try CompiledAuthority(composed, records: records)
      let query = try encodeMessage(
        DNS.Message(header: DNS.Header(id: 7), questions: [question("\(asked.qname) \(asked.qtype)")]))
      let wanted = try composed.answer(to: query, over: .udp)
      #expect(try compiled.answer(to: query, over: .udp) == wanted, "case \(asked.id)")
    }
  }

  /// Each case, with the records of its zone.
  private static let cases = Result {
    let folder = try #require(Corpus.folder)
    let text = try Data(contentsOf: folder.appending(path: "dns/authority-consensus.jsonl"))
    return try text.split(separator: UInt8(ascii: "\n")).map { line in
      let asked = try JSONDecoder().decode(Case.self, from: line)
      return (asked, try readZone(tokenize(Array(asked.zone.utf8)), origin: .root, address: addressData))
    }
  }
}
