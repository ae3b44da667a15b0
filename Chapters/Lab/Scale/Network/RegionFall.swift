/// What a region's end means for the others: the largest one stops announcing the prefix, and each client goes where routes lead then.
package struct RegionFall {
  /// The region with the most clients.
  package let region: Int
  /// The clients of each POP, before and after.
  package let before: [Int]
  package let after: [Int]
  /// The clients that the region had, and those of other POPs that another one answers now.
  package let moved: Int
  package let shifted: Int
  /// Clients of the region that nobody answers.
  package let dark: Int
  /// The POPs that have other clients than before.
  package let changed: [Bool]

  init(
    _ settings: ScaleSettings, _ graph: NetworkGraph, _ neighbors: Neighbors, crowd: [Int], before: [Int32]
  ) {
    var clients = [Int](repeating: 0, count: settings.pops)
    for (asNumber, count) in crowd.enumerated() { clients[Int(before[asNumber])] += count }
    let sizes = (0..<settings.regions).map { settings.pops(of: $0).reduce(0) { $0 + clients[$1] } }
    let region = sizes.indices.max { (sizes[$0], -$0) < (sizes[$1], -$1) } ?? 0
    let fallen = settings.pops(of: region)
    let answers = Catchments(graph, neighbors) { !fallen.contains($0) }.pop
    var now = [Int](repeating: 0, count: settings.pops)
    var changed = [Bool](repeating: false, count: settings.pops)
    var (moved, shifted, dark) = (0, 0, 0)
    for (asNumber, count) in crowd.enumerated() where count > 0 {
      let (old, new) = (Int(before[asNumber]), Int(answers[asNumber]))
      if new >= 0 { now[new] += count } else { dark += count }
      guard old != new else { continue }
      if fallen.contains(old) { moved += count } else { shifted += count }
      if new >= 0 { changed[new] = true }
      if !fallen.contains(old) { changed[old] = true }
    }
    self.region = region
    self.before = clients
    after = now
    (self.moved, self.shifted, self.dark) = (moved, shifted, dark)
    self.changed = changed
  }

  /// The largest load of a POP that has others' clients now, beside what it had; nil where nobody has.
  package var peak: (pop: Int, before: Int, after: Int)? {
    let gained = after.indices.filter { after[$0] > before[$0] }
    guard let pop = gained.max(by: { (after[$0], -$0) < (after[$1], -$1) }) else { return nil }
    return (pop, before[pop], after[pop])
  }
}
