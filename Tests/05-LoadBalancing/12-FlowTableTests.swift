import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct FlowTableTests {
  // ipvsadm(8): a connection's packets go to the real server that was chosen for it
  @Test func `all packets of a flow go to one backend`() throws {
    var table = try FlowTable(capacity: 10, timeouts: LB.FlowTimeouts())
    let first = try table.backend(of: flow(1), now: 0) { 2 }
    let second = try table.backend(of: flow(1), now: 1) { 7 }
    let other = try table.backend(of: flow(2), now: 1) { 7 }
    #expect([first, second, other] == [2, 2, 7], "the first flow was given 2, and keeps it")
  }

  // The 5-tuple: protocol, both addresses, both ports
  @Test func `each of the five counts`() throws {
    var table = try FlowTable(capacity: 10, timeouts: LB.FlowTimeouts())
    let client = LB.Endpoint([192, 0, 2, 1], port: 5000)
    let service = LB.Endpoint([203, 0, 113, 9], port: 443)
    let flows = [
      LB.Flow(.tcp, from: client, to: service),
      LB.Flow(.udp, from: client, to: service),
      LB.Flow(.tcp, from: LB.Endpoint([192, 0, 2, 2], port: 5000), to: service),
      LB.Flow(.tcp, from: LB.Endpoint([192, 0, 2, 1], port: 5001), to: service),
      LB.Flow(.tcp, from: client, to: LB.Endpoint([203, 0, 113, 8], port: 443)),
      LB.Flow(.tcp, from: client, to: LB.Endpoint([203, 0, 113, 9], port: 80)),
    ]
    let backends = try flows.indices.map { index in try table.backend(of: flows[index], now: 0) { index } }
    #expect(backends == [0, 1, 2, 3, 4, 5], "each differs from the first in one of the five: six flows")
    let count = try table.count
    #expect(count == 6, "six flows")
  }

  // Our rule: live as long as less than the timeout has passed
  @Test func `a flow ends when its timeout has passed`() throws {
    var table = try FlowTable(capacity: 10, timeouts: LB.FlowTimeouts(tcp: 900, udp: 300))
    _ = try table.backend(of: flow(1), now: 0) { 1 }
    _ = try table.backend(of: flow(1, .udp), now: 0) { 1 }
    let before = try table.backend(of: flow(1, .udp), now: 299) { 5 }
    let udp = try table.backend(of: flow(1, .udp), now: 599) { 6 }
    let tcp = try table.backend(of: flow(1), now: 899) { 7 }
    let late = try table.backend(of: flow(1), now: 1799) { 8 }
    #expect([before, udp, tcp, late] == [1, 6, 1, 8], "UDP lives 300 s after its last packet, TCP 900 s")
  }

  // Our rule: every packet is news of its flow
  @Test func `each packet gives the whole timeout again`() throws {
    var table = try FlowTable(capacity: 10, timeouts: LB.FlowTimeouts(tcp: 10, udp: 10))
    let backends = try (0..<6).map { step in try table.backend(of: flow(1), now: step * 9) { step } }
    #expect(backends == [0, 0, 0, 0, 0, 0], "45 s with a packet each 9 s, and a timeout of 10 s")
  }

  // Our rule: what is not live goes first
  @Test func `a full table drops the flows that are over`() throws {
    var table = try FlowTable(capacity: 3, timeouts: LB.FlowTimeouts(tcp: 100, udp: 10))
    _ = try table.backend(of: flow(1), now: 0) { 1 }
    _ = try table.backend(of: flow(2, .udp), now: 5) { 2 }
    _ = try table.backend(of: flow(3), now: 6) { 3 }
    _ = try table.backend(of: flow(4), now: 20) { 4 }
    let count = try table.count
    #expect(count == 3, "flow 2 is over, although flow 1 is older")
    let kept = try table.backend(of: flow(1), now: 21) { 9 }
    #expect(kept == 1, "flow 1 is live, and there was room without it")
  }

  // Our rule: of the live ones the longest silent goes
  @Test func `a full table of live flows drops the longest silent`() throws {
    var table = try FlowTable(capacity: 3, timeouts: LB.FlowTimeouts())
    for port in 1...3 { _ = try table.backend(of: flow(port), now: 0) { port } }
    _ = try table.backend(of: flow(1), now: 0) { 9 }
    _ = try table.backend(of: flow(4), now: 0) { 4 }
    let backends = try [1, 3, 4].map { port in try table.backend(of: flow(port), now: 1) { 9 } }
    #expect(backends == [1, 3, 4], "flow 2 was silent for longest: flow 1 had a packet after it")
    let gone = try table.backend(of: flow(2), now: 1) { 9 }
    #expect(gone == 9, "flow 2 is picked for anew")
  }

  // Our rule: an error changes nothing
  @Test func `a pick that fails leaves the table alone`() throws {
    var table = try FlowTable(capacity: 1, timeouts: LB.FlowTimeouts())
    _ = try table.backend(of: flow(1), now: 0) { 1 }
    #expect(throws: LB.PoolError.noneAvailable(of: 4), "what the pick throws is passed on") {
      try table.backend(of: flow(2), now: 1) { throw LB.PoolError.noneAvailable(of: 4) }
    }
    let kept = try table.backend(of: flow(1), now: 2) { 9 }
    #expect(kept == 1, "nobody had to go for a flow that found no backend")
  }

  // Our rule: a backend that is down holds nobody
  @Test func `a backend's flows are forgotten, and no others`() throws {
    var table = try FlowTable(capacity: 10, timeouts: LB.FlowTimeouts())
    for port in 1...4 { _ = try table.backend(of: flow(port), now: 0) { port % 2 } }
    try table.forget(backend: 1)
    let backends = try (1...4).map { port in try table.backend(of: flow(port), now: 1) { 8 } }
    #expect(backends == [8, 0, 8, 0], "1 went down: flows 1 and 3 are picked for anew")
  }

  // Our rule: settings are checked before they are used
  @Test func `settings that cannot work are refused`() throws {
    #expect(throws: LB.FlowError.capacityTooSmall(0), "no room for anybody") {
      try FlowTable(capacity: 0, timeouts: LB.FlowTimeouts())
    }
    #expect(throws: LB.HealthError.timeoutTooShort(0), "a flow that is over at once") {
      try FlowTable(capacity: 1, timeouts: LB.FlowTimeouts(udp: 0))
    }
  }

  // A second implementation: FlowBook in LoadBalancingSupport
  @Test func `random packets agree with the book`() throws {
    var random = SeededRandom(seed: 512)
    for _ in 0..<20 {
      let capacity = Int.random(in: 1...5, using: &random)
      let timeouts = LB.FlowTimeouts(tcp: 20, udp: 6)
      var table = try FlowTable(capacity: capacity, timeouts: timeouts)
      var book = FlowBook(capacity: capacity, timeouts: timeouts)
      var trail = StepTrail()
      var now = 0
      for next in 0..<80 {
        now += Int.random(in: 0...4, using: &random)
        let port = Int.random(in: 1...6, using: &random)
        let flow = flow(port, port.isMultiple(of: 2) ? .tcp : .udp)
        if Int.random(in: 0..<20, using: &random) == 0 {
          try table.forget(backend: next - 3)
          book.forget(backend: next - 3)
          trail.note("\(now) s: backend \(next - 3) is forgotten")
        }
        let expected = book.backend(of: flow, now: now, next: next)
        let backend = try table.backend(of: flow, now: now) { next }
        trail.note(
          "\(now) s: \(flow.transport) from port \(port) goes to \(backend), should go to \(expected)")
        try #require(backend == expected, "capacity \(capacity), TCP 20 s, UDP 6 s:\n\(trail)")
        let held = try table.count
        try #require(held <= capacity, "capacity \(capacity), flows in the table:\n\(trail)")
        // Flows that are over may be removed early, so the number is compared after expire alone.
        if next.isMultiple(of: 4) {
          try table.expire(now: now)
          book.expire(now: now)
          let count = try table.count
          try #require(count == book.count, "capacity \(capacity), live flows in the table:\n\(trail)")
        }
      }
    }
  }

  /// A flow of a client that has only its port to tell it from others.
  private func flow(_ port: Int, _ transport: LB.Flow.Transport = .tcp) -> LB.Flow {
    LB.Flow(
      transport, from: LB.Endpoint([192, 0, 2, 1], port: UInt16(port)),
      to: LB.Endpoint([203, 0, 113, 9], port: 443))
  }
}
