import ContentDelivery
import ContentDeliverySupport
import Foundation
import PostRoad
import TestSupport
import Testing

/// AS graphs with the route that every AS must choose, from a BGP simulator's own tests: `anycast/gao-rexford.json` in the
/// folder that `WORKBOOK_CORPUS` names.
@Suite(.enabled(if: Corpus.folder != nil, "set WORKBOOK_CORPUS to the corpus folder to run it"))
struct CorpusAnycastTests {
  private struct Graph: Decodable {
    let name: String
    let ases: [String: Links]
    /// Of each prefix each AS's path, its own number first.
    let rib: [String: [String: [UInt32]]]
    let origins: [String: [UInt32]]
    /// Whether every AS routes the prefix by Gao and Rexford's rules alone.
    let plain: [String: Bool]
  }

  private struct Links: Decodable {
    let customers, peers: [UInt32]
  }

  // Gao and Rexford 2001, as bgpy's engine decides
  @Test func `each AS uses the route that the simulator gives it`() throws {
    let folder = try #require(Corpus.folder)
    let data = try Data(contentsOf: folder.appending(path: "anycast/gao-rexford.json"))
    var count = 0
    for graph in try JSONDecoder().decode([Graph].self, from: data) {
      let links = graph.ases.flatMap { entry -> [BGP.Link] in
        guard let number = UInt32(entry.key) else { return [] }
        return entry.value.customers.map { .transit(provider: number, customer: $0) }
          + entry.value.peers.filter { $0 > number }.map { .peering(number, $0) }
      }
      for (prefix, rib) in graph.rib where graph.plain[prefix] == true {
        let expected = rib.compactMap { entry in
          UInt32(entry.key).map {
            "\($0): \(entry.value.dropFirst().map(String.init).joined(separator: " "))"
          }
        }
        try check(
          "routes(to:over:), \(graph.name), \(prefix)",
          "\(links.map(\.description).sorted().joined(separator: " "))",
          returns: expected.sorted(), "so the simulator's own test has it"
        ) { _ in
          try routes(to: Set(graph.origins[prefix] ?? []), over: links).map { number, route in
            "\(number): \(route.path.map(String.init).joined(separator: " "))"
          }.sorted()
        }
        count += 1
      }
    }
    #expect(count > 0, "the corpus has no graph")
  }
}
