import LabKit
import PostRoad
import Testing

/// Whole histories: what must never happen, however backends die and come back.
@Suite struct BalancerHistoryTests {
  /// One of three is killed while 50 requests are under way all the time: those it had, and those it refuses, go elsewhere.
  @Test(arguments: PickRule.allCases) func `3,000 GETs with one of three killed, and none fails`(
    _ rule: PickRule
  ) throws {
    var script = try BalancerScript(by: rule)
    var random = SeededRandom(seed: 1)
    var underway: [(id: Int, backend: Int)] = []
    var (answered, repeats) = (0, 0)
    let killedAt = 1_000
    for number in 0..<3_000 {
      script.now += 10
      var (id, step) = try script.ask("/\(number)", from: [198, 51, UInt8(number % 256), 7])
      // Whoever is dead refuses the connection at once.
      if case .send(0, _) = step, number >= killedAt {
        repeats += 1
        step = try script.fail(id, .unreachable("refused"))
      }
      guard case .send(let backend, _) = step else {
        Issue.record("\(number): \(step)")
        return
      }
      underway.append((id, backend))
      if number == killedAt {
        for index in underway.indices where underway[index].backend == 0 {
          guard case .send(let next, 2) = try script.fail(underway[index].id, .keptConnectionEnded),
            next != 0
          else {
            Issue.record("a request was lost with its backend")
            return
          }
          underway[index].backend = next
          repeats += 1
        }
      }
      while underway.count > 50 {
        id = underway.remove(at: Int.random(in: 0..<underway.count, using: &random)).id
        try script.answer(id)
        answered += 1
      }
    }
    for (id, _) in underway { try script.answer(id) }
    #expect(answered + underway.count == 3_000)
    #expect(script.active == [0, 0, 0])
    // One of each 10 s finds out whether it is back; the others know better.
    #expect((1...70).contains(repeats))
  }

  @Test func `in 300 random histories with one backend alive no GET fails and no POST is done twice`()
    throws
  {
    for seed in 0..<300 {
      var random = SeededRandom(seed: UInt64(seed))
      let count = Int.random(in: 1...5, using: &random)
      let rule = PickRule.allCases.randomElement(using: &random) ?? .roundrobin
      let alive = Int.random(in: 0..<count, using: &random)
      var script = try BalancerScript([Int](repeating: 1, count: count), by: rule) {
        $0.retries.attempts = count
        // Enough for a pool in which all but one fail all the time.
        $0.retries.percent = 500
      }
      for number in 0..<20 {
        script.now += Int64.random(in: 0...4_000, using: &random)
        let method = Bool.random(using: &random) ? "GET" : "POST"
        var (id, step) = try script.ask("/\(number)", method: method)
        var seen = 0
        while case .send(let backend, _) = step {
          let refuses = Bool.random(using: &random)
          if backend == alive {
            seen += 1
            try script.answer(id)
            break
          }
          if !refuses { seen += 1 }
          step = try script.fail(id, refuses ? .unreachable("refused") : .cutShort)
        }
        if method == "GET", case .giveUp(let verdict) = step { Issue.record("seed \(seed): \(verdict)") }
        if method == "POST" { #expect(seen <= 1, "seed \(seed)") }
        id = 0
      }
      #expect(script.active.allSatisfy { $0 == 0 }, "seed \(seed)")
    }
  }
}
