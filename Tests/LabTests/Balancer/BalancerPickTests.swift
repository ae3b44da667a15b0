import LabKit
import PostRoad
import Testing

/// Who gets a request: the exercises' rules in the balancer's hands.
@Suite struct BalancerPickTests {
  @Test func `round robin takes turns`() throws {
    var script = try BalancerScript()
    let served = try (0..<7).map { _ in try script.served() }
    #expect(served == [0, 1, 2, 0, 1, 2, 0])
  }

  @Test func `the fewest requests under way get the next one`() throws {
    var script = try BalancerScript(by: .leastconn)
    let first = try script.ask()
    _ = try script.ask()
    #expect(try script.ask().step == .send(to: 2, attempt: 1))
    try script.answer(first.id)
    #expect(script.active == [0, 1, 1])
    #expect(try script.ask().step == .send(to: 0, attempt: 1))
  }

  @Test func `smooth weighted round robin is that of its exercise`() throws {
    var script = try BalancerScript([5, 1, 1], by: .swrr)
    let served = try (0..<7).map { _ in try script.served() }
    #expect(served == [0, 0, 1, 0, 2, 0, 0])
  }

  @Test func `equal seeds draw equally`() throws {
    var one = try BalancerScript(by: .p2c) { $0.seed = 7 }
    var two = try BalancerScript(by: .p2c) { $0.seed = 7 }
    var other = try BalancerScript(by: .p2c) { $0.seed = 8 }
    let draws = try (0..<40).map { _ in try one.served() }
    #expect(try (0..<40).map { _ in try two.served() } == draws)
    #expect(try (0..<40).map { _ in try other.served() } != draws)
    #expect(Set(draws) == [0, 1, 2])
  }

  @Test func `a target keeps its backend on the ring, and only the targets of one that fails move`() throws {
    var script = try BalancerScript([1, 2, 1], by: .ring)
    let targets = (0..<300).map { "/scroll/\($0)" }
    let before = try targets.map { try script.served($0) }
    #expect(try targets.map { try script.served($0) } == before)
    let shares = (0..<3).map { backend in before.count { $0 == backend } }
    #expect(shares[1] > shares[0] && shares[1] > shares[2])
    // b fails one request, and is ejected.
    let ofB = try #require(targets.indices.first { before[$0] == 1 })
    let (id, _) = try script.ask(targets[ofB])
    guard case .send(let next, 2) = try script.fail(id, .unreachable("refused")) else {
      Issue.record("not sent again")
      return
    }
    #expect(next != 1)
    try script.answer(id)
    let after = try targets.map { try script.served($0) }
    for (old, new) in zip(before, after) { #expect(old == 1 ? new != 1 : new == old) }
  }

  @Test func `a client keeps its backend by its address`() throws {
    var script = try BalancerScript(by: .iphash)
    let clients = (0..<60).map { [198, 51, UInt8($0), 7] as [UInt8] }
    let before = try clients.map { try script.served(from: $0) }
    #expect(try clients.map { try script.served(from: $0) } == before)
    #expect(Set(before) == [0, 1, 2])
  }

  @Test(arguments: PickRule.allCases) func `one of weight 0 gets nothing, even when all others have failed`(
    _ rule: PickRule
  ) throws {
    var script = try BalancerScript([1, 0, 1], by: rule)
    for number in 0..<50 {
      let (id, _) = try script.ask("/\(number)", from: [192, 0, UInt8(number), 7])
      _ = try script.fail(id, .unreachable("refused"))
      let backend = try script.served("/\(number)", from: [192, 0, UInt8(number), 7])
      #expect(backend == 0 || backend == 2)
    }
  }
}
