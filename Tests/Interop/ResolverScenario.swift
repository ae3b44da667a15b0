import DNSResolutionSupport
import Foundation
import PostRoad

/// A scripted network for a resolver: who answers what while which steps are done, and what a client is to hear.
struct ResolverScenario: Decodable {
  let file, title: String
  /// The addresses of the root's servers.
  let hints: [String]
  let ranges: [Range]
  let steps: [Step]

  /// What some addresses answer from one step to another, both included.
  struct Range: Decodable {
    let from, to: Int
    let addresses: [String]
    let entries: [Entry]
  }

  struct Step: Decodable {
    let n: Int
    let type: String
    let args: [String]
    let entry: Entry?
  }

  /// A message, and what a query has to have in common with it: `qname` and `qtype`, or a name that is within its own, `subdomain`.
  struct Entry: Decodable {
    let match, reply: [String]
    let question, answer, authority, additional: [Row]

    func fits(_ query: DNS.Question) throws -> Bool {
      guard let own = question.first else { return false }
      let zone = name(own.name)
      if match.contains("subdomain") {
        return DNS.Name(labels: query.name.labels.suffix(zone.labels.count)) == zone
      }
      return query.name == zone && (!match.contains("qtype") || query.type == recordType(own.type))
    }

    var code: DNS.ResponseCode {
      let codes = [
        "NOERROR": 0, "FORMERR": 1, "SERVFAIL": 2, "NXDOMAIN": 3, "NOTIMP": 4, "REFUSED": 5,
        "YXDOMAIN": 6,
      ]
      return DNS.ResponseCode(rawValue: UInt16(reply.compactMap { codes[$0] }.first ?? 0))
    }
  }

  struct Row: Decodable {
    let name: String
    let ttl: UInt32
    let type: String
    let rdata: String?

    /// The record; of an SOA record the MINIMUM alone is kept.
    var record: DNS.ResourceRecord {
      let data = rdata ?? ""
      let words = data.split(separator: " ")
      return DNSResolutionSupport.record(
        "\(name) \(ttl) \(type) \(type == "SOA" ? String(words.last ?? "0") : data)")
    }
  }

  /// The network while a step is done. Who is not in it, or has no entry that fits, is silent.
  func exchange(_ query: DNS.Message, _ server: Resolver.Server, step: Int) throws -> DNS.Message {
    for range in ranges where (range.from...range.to).contains(step) {
      guard range.addresses.contains(where: { address($0) == server.address }) else { continue }
      for entry in range.entries where try query.questions.allSatisfy(entry.fits) {
        return DNS.Message(
          header: DNS.Header(
            isResponse: true, isAuthoritative: entry.reply.contains("AA"), responseCode: entry.code),
          questions: query.questions, answers: entry.answer.map(\.record),
          authorities: entry.authority.map(\.record), additionals: entry.additional.map(\.record))
      }
    }
    throw Resolver.NoReply()
  }
}
