import ContentDelivery
import ContentDeliverySupport
import PostRoad
import TestSupport
import Testing

@Suite struct AnycastCatchmentTests {
  /// The routes of all ASes, whatever the order of the links.
  private func has(
    _ graph: String, sites: Set<UInt32>, _ expected: [String], _ rule: String
  ) throws {
    for order in [links(graph), links(graph).reversed()] {
      try check(
        "routes(to: \(sites.sorted()), over:)", "\(order.map(\.description).joined(separator: " "))",
        returns: expected, rule
      ) { _ in try table(routes(to: sites, over: order)) }
    }
  }

  private func withdrawing(
    _ site: UInt32, of sites: Set<UInt32>, _ graph: String, _ expected: [String], _ rule: String
  ) throws {
    for order in [links(graph), links(graph).reversed()] {
      try check(
        "withdraw(\(site), from: \(sites.sorted()), over:)",
        "\(order.map(\.description).joined(separator: " "))", returns: expected, rule
      ) { _ in try table(withdraw(site, from: sites, over: order)) }
    }
  }

  // Gao and Rexford 2001: up, at most once across, down
  @Test func `an announcement goes up, across and down`() throws {
    try has(
      "3>2 2>1 3-4 4>5 5>6", sites: [1],
      [
        "1: own", "2: customer 1", "3: customer 2 1", "4: peer 3 2 1", "5: provider 4 3 2 1",
        "6: provider 5 4 3 2 1",
      ], "each AS puts its number before the path it passes on")
  }

  // Gao and Rexford 2001: what came across or down goes down only
  @Test func `nobody carries traffic for nothing`() throws {
    try has(
      "2>1 2-3 3-4 3>5 6>3", sites: [1],
      ["1: own", "2: customer 1", "3: peer 2 1", "5: provider 3 2 1"],
      "3 has the route from a peer: neither its peer 4 nor its provider 6 hears of it")
    try has(
      "2>1 2>3 4>3 3-5 3>6", sites: [1],
      ["1: own", "2: customer 1", "3: provider 2 1", "6: provider 3 2 1"],
      "3 has the route from a provider: neither its other provider 4 nor its peer 5 hears of it")
  }

  // Gao and Rexford 2001: kind, then length, then neighbour
  @Test func `each AS uses what it prefers`() throws {
    try has(
      "9>8 8>7 7>1 9-2 2>1 9>3", sites: [1],
      [
        "1: own", "2: customer 1", "3: provider 9 8 7 1", "7: customer 1", "8: customer 7 1",
        "9: customer 8 7 1",
      ], "9 uses its customer's long path, and 3 gets what 9 uses")
    try has(
      "9>8 9>7 8>1 7>1", sites: [1],
      ["1: own", "7: customer 1", "8: customer 1", "9: customer 7 1"], "of equal paths the lower neighbour's")
    try has(
      "5>4 4>1 5>9 9>2", sites: [1, 2],
      ["1: own", "2: own", "4: customer 1", "5: customer 4 1", "9: customer 2"],
      "4 is lower than 9, although both paths are as long")
  }

  // The own prefix is at home
  @Test func `a site answers itself`() throws {
    try has(
      "3>1 3>2 1-2", sites: [1, 2], ["1: own", "2: own", "3: customer 1"],
      "a site's own route comes before its neighbours'")
    try has("3>1", sites: [1, 8], ["1: own", "3: customer 1", "8: own"], "8 has no link, and is at home")
    try has("", sites: [8], ["8: own"], "8 has no link, and is at home")
  }

  // Nothing is announced
  @Test func `who hears of nothing has no route`() throws {
    try has("3>1 3>2 1-2", sites: [], [], "nobody announces the prefix")
    try has("3>1 5>4", sites: [1], ["1: own", "3: customer 1"], "4 and 5 have no link to the others")
    try has("2>1 3-2 4-3", sites: [1], ["1: own", "2: customer 1", "3: peer 2 1"], "4 would need two peers")
  }

  // The page's graph of two sites
  @Test func `the catchment of a site are those whose path ends there`() throws {
    for (graph, sites, expected, rule) in [
      (
        pageGraph, [64501, 64502, 64503],
        [
          "64501: 64501", "64502: 64502", "64503: 64503", "64504: 64501", "64505: 64501", "64506: 64502",
          "64507: 64502",
        ], "the last number of the path is the site; a site answers itself"
      ),
      ("2>1 3-2 4-3", [1], ["1: 1", "2: 1", "3: 1"], "4 has no route, so nobody answers it"),
      ("4294967295>7", [7], ["7: 7", "4294967295: 7"], "AS numbers have 32 bits"),
      ("2>1", [], [], "nobody announces the prefix"),
    ] as [(String, Set<UInt32>, [String], String)] {
      try check("catchments(of: \(sites.sorted()), over:)", graph, returns: expected, rule) {
        try table(catchments(of: sites, over: links($0)))
      }
    }
  }

  /// Seven ASes. 64504 has its customer's way to 64501, which is long, and a peer's to 64503, which is short.
  private let pageGraph = "64504>64505 64505>64501 64504-64503 64504>64506 64507>64506 64507>64502"

  // Traced with pencil and paper: 3 hears of site 6 as well, from the higher neighbour
  @Test func `what a withdrawn site answered moves`() throws {
    try withdrawing(
      1, of: [1, 6], "2>1 3>2 3>7 7>6 2>4", ["1 moved to 6", "2 moved to 6", "3 moved to 6", "4 moved to 6"],
      "the AS of the withdrawn site keeps its links, and asks the other site like everybody")
  }

  // Traced with pencil and paper: 3 may not announce its peer's route to 2
  @Test func `what has no other way goes dark`() throws {
    try withdrawing(
      1, of: [1, 6], "2>1 3>2 3-5 5>6 9-3 9>7",
      ["1 moved to 6", "2 moved to 6", "3 moved to 6", "7 dark", "9 dark"],
      "9 is a peer of 3, which has the way to 6 from a peer: 9 and its customer 7 hear of nothing")
    try withdrawing(1, of: [1], "2>1 2-3", ["1 dark", "2 dark", "3 dark"], "it was the only site")
    try withdrawing(8, of: [1, 8], "2>1", ["8 dark"], "8 has no link, and answers nobody else")
  }

  // Traced with pencil and paper: without 64501 the way over 64504 is shorter
  @Test func `clients of a site that stays may move as well`() throws {
    try withdrawing(
      64501, of: [64501, 64502, 64503], pageGraph,
      ["64501 moved to 64503", "64504 moved to 64503", "64505 moved to 64503", "64506 shifted to 64503"],
      "64504 has now a peer's short way, so 64506 leaves 64507, although nothing happened at 64502")
  }

  // Each site of the same graph: nothing moves that has no reason
  @Test func `who is answered by the same site as before is not named`() throws {
    try withdrawing(
      64502, of: [64501, 64502, 64503], pageGraph,
      ["64506 moved to 64501", "64502 dark", "64507 dark"],
      "64507 has only customers, and neither of them may announce a provider's route upwards"
    )
    try withdrawing(
      64503, of: [64501, 64502, 64503], pageGraph, ["64503 moved to 64501"],
      "a peer hears of 64504's customer")
  }

  // A site that does not announce cannot stop
  @Test func `only a site can be withdrawn`() throws {
    for site in [2, 0, .max] as [UInt32] {
      try check(
        "withdraw(\(site), from: [1, 6], over:)", "2>1 3>2 3>6", throws: BGP.SiteError.notAnnounced(by: site),
        "it announces nothing, whether it is an AS of the graph or not"
      ) { try withdraw(site, from: [1, 6], over: links($0)) }
    }
    try check("withdraw(1, from: [], over:)", "2>1", throws: BGP.SiteError.notAnnounced(by: 1), "no sites") {
      try withdraw(1, from: [], over: links($0))
    }
  }

  // A second implementation: three sweeps, upwards, across, downwards
  @Test func `random graphs agree with three sweeps`() throws {
    var random = SeededRandom(seed: 4102)
    for _ in 0..<60 {
      let count = UInt32.random(in: 5...16, using: &random)
      let graph = randomGraph(count, using: &random)
      let sites = Set((0..<3).map { _ in UInt32.random(in: 1...count, using: &random) })
      try check(
        "routes(to: \(sites.sorted()), over:)", "\(graph.map(\.description).joined(separator: " "))",
        returns: table(routesByPhases(to: sites, over: graph)),
        "customers' routes first, then peers', then providers'"
      ) { _ in try table(routes(to: sites, over: graph)) }
      let site = sites.min() ?? 0
      try check(
        "withdraw(\(site), from: \(sites.sorted()), over:)",
        "\(graph.map(\.description).joined(separator: " "))",
        returns: table(withdrawalByPhases(of: site, from: sites, over: graph)),
        "nobody goes dark whom another site answered"
      ) { _ in try table(withdraw(site, from: sites, over: graph)) }
    }
  }

  // Each change of mind costs a round of the neighbours at most: a chain of 300 takes 300 rounds
  @Test func `long roads come to rest`() throws {
    let up = (1..<150).map { BGP.Link.transit(provider: $0 + 1, customer: $0) }
    let down = (150..<300).map { BGP.Link.transit(provider: $0, customer: $0 + 1) }
    try check(
      "catchments(of: [1, 300], over:)", "1<2<…<150>151>…>300",
      returns: (1...300).map { "\($0): \($0 <= 150 ? 1 : 300)" },
      "150 hears of both, has them from customers, and 149 numbers are fewer than 150"
    ) { _ in try table(catchments(of: [1, 300], over: up + down)) }
  }
}
