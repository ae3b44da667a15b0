/// Which POP answers each AS, in three sweeps over the graph instead of rounds until nothing changes.
///
/// Routes of customers are found from the sites upwards, then those over one peering, then those of providers downwards; each AS prefers
/// them in this order, then the shortest, then the neighbour with the lowest number. `LabTests` holds it to exercise 4.2.
package struct Catchments {
  /// Each AS's POP, -1 where nobody answers it.
  package private(set) var pop: [Int32]
  private var length: [Int32]

  /// - Parameter alive: which POPs announce the prefix.
  package init(_ graph: NetworkGraph, _ neighbors: Neighbors, alive: (Int) -> Bool) {
    pop = Array(repeating: -1, count: graph.count)
    length = Array(repeating: .max, count: graph.count)
    var frontier: [Int32] = []
    for index in 0..<graph.count - graph.networks where alive(index) {
      let site = graph.networks + index
      pop[site] = Int32(index)
      length[site] = 0
      frontier.append(Int32(site))
    }
    while !frontier.isEmpty { frontier = spread(frontier, over: neighbors.providers) }
    // Peers hear of nothing but routes of customers, so all choose of what was there before.
    let (customers, lengths) = (pop, length)
    for asNumber in 0..<graph.count where customers[asNumber] < 0 {
      var best: (length: Int32, neighbor: Int32) = (.max, .max)
      for peer in neighbors.peers[asNumber] where customers[Int(peer)] >= 0 {
        let route = (lengths[Int(peer)] + 1, peer)
        if route < best { best = route }
      }
      guard best.length < .max else { continue }
      pop[asNumber] = customers[Int(best.neighbor)]
      length[asNumber] = best.length
    }
    descend(neighbors)
  }

  /// Each length after the other, so that nobody hears of a long route before a short one.
  private mutating func descend(_ neighbors: Neighbors) {
    var byLength: [[Int32]] = []
    for (asNumber, length) in length.enumerated() where length < .max {
      while byLength.count <= Int(length) { byLength.append([]) }
      byLength[Int(length)].append(Int32(asNumber))
    }
    var step = 0
    while step < byLength.count {
      let reached = spread(byLength[step], over: neighbors.customers)
      if !reached.isEmpty {
        if byLength.count == step + 1 { byLength.append([]) }
        byLength[step + 1] += reached
      }
      step += 1
    }
  }

  /// Announces routes of equal length to those who have none.
  private mutating func spread(_ frontier: [Int32], over links: [[Int32]]) -> [Int32] {
    var reached: [Int32] = []
    for from in frontier.sorted() {
      for to in links[Int(from)] where pop[Int(to)] < 0 {
        pop[Int(to)] = pop[Int(from)]
        length[Int(to)] = length[Int(from)] + 1
        reached.append(to)
      }
    }
    return reached
  }
}

/// Who each AS pays, who pays it, and who does neither.
package struct Neighbors {
  package private(set) var providers: [[Int32]]
  package private(set) var customers: [[Int32]]
  package private(set) var peers: [[Int32]]

  package init(_ graph: NetworkGraph) {
    providers = Array(repeating: [], count: graph.count)
    customers = providers
    peers = providers
    for link in graph.transit {
      providers[Int(link.other)].append(link.one)
      customers[Int(link.one)].append(link.other)
    }
    for link in graph.peering {
      peers[Int(link.one)].append(link.other)
      peers[Int(link.other)].append(link.one)
    }
  }
}
