import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct FlowTableTests {
  // ipvsadm(8): a connection's packets go to the real server that was chosen for it
  @Test func `all packets of a flow go to one backend`() throws {
    var table = try Story()
    try table.packet(flow(1), at: 0, next: 2, "2, picked", "a new flow")
    try table.packet(flow(1), at: 1, next: 7, "2", "it keeps its backend, and nobody is picked")
    try table.packet(flow(2), at: 1, next: 7, "7, picked", "another flow")
    try table.packet(flow(2), at: 1, next: 8, "7", "a later pick is kept as well")
  }

  // The 5-tuple: protocol, both addresses, both ports
  @Test func `each of the five counts`() throws {
    let client = LB.Endpoint([192, 0, 2, 1], port: 5000)
    let service = LB.Endpoint([203, 0, 113, 9], port: 443)
    let flows = [
      LB.Flow(.tcp, from: client, to: service), LB.Flow(.udp, from: client, to: service),
      LB.Flow(.tcp, from: LB.Endpoint([192, 0, 2, 2], port: 5000), to: service),
      LB.Flow(.tcp, from: LB.Endpoint([192, 0, 2, 1], port: 5001), to: service),
      LB.Flow(.tcp, from: client, to: LB.Endpoint([203, 0, 113, 8], port: 443)),
      LB.Flow(.tcp, from: client, to: LB.Endpoint([203, 0, 113, 9], port: 80)),
      LB.Flow(.tcp, from: service, to: client),
    ]
    var table = try Story()
    for (index, flow) in flows.enumerated() {
      try table.packet(flow, at: 0, next: index, "\(index), picked", "one of the five differs")
    }
    try table.count(flows.count, "seven flows, the last one the other way round")
  }

  // Our rule: live as long as less than the timeout has passed
  @Test func `a flow ends when its timeout has passed`() throws {
    var table = try Story()
    try table.packet(flow(1), at: 0, next: 1, "1, picked", "a new flow")
    try table.packet(flow(1, .udp), at: 0, next: 2, "2, picked", "a new flow")
    try table.packet(flow(1, .udp), at: 299, next: 5, "2", "299 s of 300 s")
    try table.packet(flow(1, .udp), at: 599, next: 6, "6, picked", "300 s after its last packet UDP is over")
    try table.packet(flow(1), at: 899, next: 7, "1", "899 s of 900 s")
    try table.packet(flow(1), at: 1799, next: 8, "8, picked", "900 s after its last packet TCP is over")
  }

  // Our rule: every packet is news of its flow
  @Test func `each packet gives the whole timeout again`() throws {
    var table = try Story(timeouts: LB.FlowTimeouts(tcp: 10, udp: 10))
    try table.packet(flow(1), at: 0, next: 3, "3, picked", "a new flow")
    for count in 1...9 { try table.packet(flow(1), at: 9 * count, next: 5, "3", "9 s of 10 s") }
  }

  // Our rule: any timeout of 1 s or more is one
  @Test func `timeouts have no upper bound`() throws {
    var table = try Story(timeouts: LB.FlowTimeouts(tcp: .max, udp: 1))
    try table.packet(flow(1), at: 5, next: 1, "1, picked", "a new flow")
    try table.packet(flow(1, .udp), at: 5, next: 2, "2, picked", "a new flow")
    try table.packet(flow(1, .udp), at: 6, next: 9, "9, picked", "1 s of 1 s")
    try table.packet(flow(1), at: .max - 1, next: 9, "1", "TCP lives nearly for ever")
  }

  // Our rule: what is not live goes first
  @Test func `a full table drops the flows that are over`() throws {
    var table = try Story(capacity: 3, timeouts: LB.FlowTimeouts(tcp: 100, udp: 10))
    try table.packet(flow(1), at: 0, next: 1, "1, picked", "a new flow")
    try table.packet(flow(2, .udp), at: 5, next: 2, "2, picked", "a new flow")
    try table.packet(flow(3), at: 6, next: 3, "3, picked", "a new flow")
    try table.packet(flow(4), at: 20, next: 4, "4, picked", "a new flow")
    try table.count(3, "flow 2 is over, although flow 1 is older")
    try table.packet(flow(1), at: 21, next: 9, "1", "flow 1 is live, and there was room without it")
  }

  // Our rule: a flow that is over, and begins again, has a place
  @Test func `a flow that comes again pushes out nobody`() throws {
    var table = try Story(capacity: 2, timeouts: LB.FlowTimeouts(tcp: 100, udp: 10))
    try table.packet(flow(1), at: 0, next: 1, "1, picked", "a new flow")
    try table.packet(flow(2, .udp), at: 1, next: 2, "2, picked", "a new flow")
    try table.packet(flow(2, .udp), at: 50, next: 3, "3, picked", "it was over")
    try table.packet(flow(1), at: 51, next: 9, "1", "nobody had to go")
    try table.packet(flow(2, .udp), at: 52, next: 9, "3", "the new backend is remembered")
  }

  // Our rule: of the live ones the longest silent goes
  @Test func `a full table of live flows drops the longest silent`() throws {
    var table = try Story(capacity: 3)
    for port in 1...3 { try table.packet(flow(port), at: 0, next: port, "\(port), picked", "a new flow") }
    try table.packet(flow(1), at: 0, next: 9, "1", "within a second the order of the packets decides")
    try table.packet(flow(4), at: 0, next: 4, "4, picked", "a new flow")
    for port in [1, 3, 4] {
      try table.packet(flow(port), at: 1, next: 9, "\(port)", "flow 2 was silent for longest")
    }
    try table.packet(flow(2), at: 1, next: 9, "9, picked", "flow 2 had to go")
  }

  // Our rule: an error changes nothing
  @Test func `a pick that fails leaves the table alone`() throws {
    var table = try Story(capacity: 2, timeouts: LB.FlowTimeouts(tcp: 100, udp: 10))
    try table.packet(flow(1), at: 0, next: 1, "1, picked", "a new flow")
    try table.packet(flow(2, .udp), at: 0, next: 2, "2, picked", "a new flow")
    for now in [1, 50] {
      for flow in [flow(3), flow(4, .udp)] { try table.failingPacket(flow, at: now) }
      try table.count(2, "not even flows that are over are removed, and none is added")
    }
    try table.failingPacket(flow(2, .udp), at: 51)
    try table.count(2, "the same holds for a flow that is over itself")
    try table.packet(flow(1), at: 52, next: 9, "1", "nobody had to go for a flow that found no backend")
  }

  // Our rule: what is over can be removed at any time
  @Test func `expire removes the flows that are over, and no others`() throws {
    var table = try Story(timeouts: LB.FlowTimeouts(tcp: 100, udp: 10))
    try table.expire(at: 0)
    try table.packet(flow(1), at: 0, next: 1, "1, picked", "a new flow")
    try table.packet(flow(2, .udp), at: 0, next: 2, "2, picked", "a new flow")
    try table.expire(at: 9)
    try table.count(2, "both are live")
    try table.expire(at: 10)
    try table.count(1, "UDP is over, TCP is not")
    try table.packet(flow(1), at: 99, next: 9, "1", "it has kept its backend, and expire was no packet of it")
    try table.expire(at: 198)
    try table.count(1, "99 s of 100 s")
    try table.expire(at: 199)
    try table.count(0, "100 s of 100 s")
  }

  // Our rule: a backend that is down holds nobody
  @Test func `a backend's flows are forgotten, and no others`() throws {
    var table = try Story()
    for port in 1...4 {
      try table.packet(flow(port), at: 0, next: port % 2, "\(port % 2), picked", "a new flow")
    }
    try table.forget(5)
    try table.count(4, "nobody belongs to 5")
    try table.forget(1)
    try table.count(2, "flows 1 and 3 are forgotten")
    for port in 1...4 {
      let result = port % 2 == 1 ? "8, picked" : "0"
      try table.packet(flow(port), at: 1, next: 8, result, "1 went down: flows 1 and 3 are picked for anew")
    }
  }

  // Our rule: settings are checked before they are used
  @Test func `settings that cannot work are refused`() throws {
    let call = "FlowTable(capacity:timeouts:)"
    let make = { (all: (capacity: Int, tcp: Int, udp: Int)) in
      try FlowTable(capacity: all.capacity, timeouts: LB.FlowTimeouts(tcp: all.tcp, udp: all.udp))
    }
    for capacity in [0, -1, Int.min] {
      let error = LB.FlowError.capacityTooSmall(capacity)
      try check(call, (capacity: capacity, tcp: 0, udp: 0), throws: error, "no room for anybody", make)
    }
    for (tcp, udp, timeout) in [(0, 1, 0), (1, 0, 0), (-1, -2, -1), (0, -5, 0), (900, -3, -3)] {
      let error = LB.HealthError.timeoutTooShort(timeout)
      try check(call, (capacity: 1, tcp: tcp, udp: udp), throws: error, "a flow that is over at once", make)
    }
  }

  // A second implementation: FlowBook in LoadBalancingSupport
  @Test func `random packets agree with the book`() throws {
    var random = SeededRandom(seed: 512)
    for _ in 0..<20 {
      let (capacity, timeouts) = (Int.random(in: 1...5, using: &random), LB.FlowTimeouts(tcp: 20, udp: 6))
      var table = try Story(capacity: capacity, timeouts: timeouts)
      var book = FlowBook(capacity: capacity, timeouts: timeouts)
      var now = 0
      for next in 0..<80 {
        now += Int.random(in: 0...4, using: &random)
        let port = Int.random(in: 1...6, using: &random)
        let flow = flow(port, port.isMultiple(of: 2) ? .tcp : .udp)
        if Int.random(in: 0..<20, using: &random) == 0 {
          try table.forget(next - 3)
          book.forget(backend: next - 3)
        }
        let backend = book.backend(of: flow, now: now, next: next)
        let result = backend == next ? "\(next), picked" : "\(backend)"
        try table.packet(flow, at: now, next: next, result, "so it is in the book")
        // Flows that are over may be removed early, so the number is compared after expire alone.
        if next.isMultiple(of: 4) {
          try table.expire(at: now)
          book.expire(now: now)
          try table.count(book.count, "live flows in the table")
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

  /// A table with what has happened to it.
  private struct Story {
    private var table: FlowTable
    private var steps = CheckSteps()

    init(capacity: Int = 10, timeouts: LB.FlowTimeouts = LB.FlowTimeouts()) throws {
      table = try FlowTable(capacity: capacity, timeouts: timeouts)
      steps.note("a table for \(capacity) flows, TCP \(timeouts.tcp) s, UDP \(timeouts.udp) s")
    }

    /// A packet for which `next` would be picked: its backend, and how often one was picked.
    mutating func packet(_ flow: LB.Flow, at now: Int, next: Int, _ result: String, _ rule: String) throws {
      var copy = table
      try steps.check(call(flow, now) + " { \(next) }", returns: result, rule) {
        var picks = 0
        let backend = try copy.backend(of: flow, now: now) {
          picks += 1
          return next
        }
        return "\(backend)" + (picks == 0 ? "" : picks == 1 ? ", picked" : ", picked \(picks) times")
      }
      table = copy
    }

    mutating func failingPacket(_ flow: LB.Flow, at now: Int) throws {
      var copy = table
      let error = LB.PoolError.noneAvailable(of: 4)
      try steps.check(call(flow, now) + " { throw }", throws: error, "what the pick throws is passed on") {
        try copy.backend(of: flow, now: now) { throw error }
      }
      table = copy
    }

    mutating func count(_ count: Int, _ rule: String) throws {
      let copy = table
      try steps.check("count", returns: count, rule) { try copy.count }
    }

    mutating func expire(at now: Int) throws {
      var copy = table
      try steps.run("expire(now: \(now))") { try copy.expire(now: now) }
      table = copy
    }

    mutating func forget(_ backend: Int) throws {
      var copy = table
      try steps.run("forget(backend: \(backend))") { try copy.forget(backend: backend) }
      table = copy
    }

    private func call(_ flow: LB.Flow, _ now: Int) -> String {
      "backend(of: \(flow.transport) from \(describe(flow.source)) to \(describe(flow.destination)), now: \(now))"
    }
  }
}
