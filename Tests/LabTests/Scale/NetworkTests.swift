import ContentDelivery
import PostRoad
import ScaleKit
import Testing

@testable import LabKit

/// The internet that has grown, and its routes.
@Suite struct NetworkTests {
  private func graph(_ seed: UInt64) -> NetworkGraph {
    var settings = ScaleSettings()
    (settings.networks, settings.pops, settings.seed) = (120, 8, seed)
    return NetworkGraph(settings)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `catchments are those of exercise 4.2, also when sites are gone`(seed: UInt64) throws {
    let graph = graph(seed)
    for gone in [[], [0, 1, 2], [0, 1, 2, 3, 4, 5, 6], Array(0..<8)] {
      let sites = graph.sites.indices.filter { !gone.contains($0) }.map { graph.sites[$0] }
      let expected = try catchments(of: Set(sites), over: graph.bgpLinks)
      let given = Catchments(graph, Neighbors(graph)) { !gone.contains($0) }.pop
      for (index, pop) in given.enumerated() {
        #expect(expected[UInt32(index + 1)] == (pop < 0 ? nil : graph.sites[Int(pop)]), "AS \(index + 1)")
      }
    }
  }

  @Test func `customers follow the power law that the growth has on paper`() {
    let graph = NetworkGraph(ScaleSettings())
    let exponent = PowerLaw.exponent(of: graph.customers, least: PowerLaw.leastOfTail)
    #expect(abs(exponent - NetworkGraph.exponent) < 0.3, "\(exponent)")
    #expect((graph.customers.max() ?? 0) > 200)
  }

  @Test func `nobody is its own provider, and two have one link at most`() {
    let graph = graph(1)
    #expect(graph.transit.allSatisfy { $0.one < $0.other })
    let pairs = (graph.transit + graph.peering).map {
      [min($0.one, $0.other), max($0.one, $0.other)]
    }
    #expect(Set(pairs).count == pairs.count)
    #expect(pairs.allSatisfy { $0[0] != $0[1] })
  }

  @Test func `an exponent is found in sizes that have it`() {
    // Of n sizes with the exponent 3 about n / k² are k or more.
    let sizes = (1...200_000).map { rank in Int((200_000 / Double(rank)).squareRoot() * 10) }
    #expect(abs(PowerLaw.exponent(of: sizes, least: 20) - 3) < 0.1)
  }
}
