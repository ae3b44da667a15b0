import FirstSecond
import FirstSecondSupport
import PostRoad
import TestSupport
import Testing

@Suite struct RoadModelTests {
  // RFC 9923: the 64-bit FNV-1a of "", "a", "foobar"; the others by a program of its own in another language
  @Test func `a stream's seed is FNV-1a of its name, xor the seed`() throws {
    let cases: [(UInt64, String, UInt64)] = [
      (0, "", 0xCBF2_9CE4_8422_2325), (0, "a", 0xAF63_DC4C_8601_EC8C), (0, "foobar", 0x8594_4171_F739_67E8),
      (7, "a>b", 0xE653_B919_0494_17FB), (7, "stub>resolver", 0xBD48_DE61_F7C8_3810),
      (7, "resolver>stub", 0xED8C_347D_EA0C_D648), (0, "é>ü", 0x3201_780D_8426_1C42),
      (.max, "a", 0x509C_23B3_79FE_1373),
    ]
    for (seed, name, wanted) in cases {
      try check("streamSeed(\(seed), for: _)", name, returns: wanted, "seed xor FNV-1a of the UTF-8") {
        try streamSeed(seed, for: $0)
      }
    }
  }

  // Closed form: without loss and jitter a packet arrives after its delay and the time of its bits
  @Test func `the delay is that of the road and that of the bits`() throws {
    let cases: [(octets: UInt32, delay: UInt32, rate: UInt64?, after: Int64)] = [
      (0, 0, nil, 0), (100, 2, nil, 2), (.max, 15, nil, 15), (1_250, 0, 10_000_000, 1),
      (1_500, 0, 10_000_000, 2), (1_500, 20, 10_000_000, 22), (1, 0, 8_000, 1), (2, 0, 8_000, 2),
      (1, 0, 8_001, 1), (1, 0, 7_999, 2), (0, 3, 1, 3), (1, 0, 1, 8_000), (1, 0, .max, 1),
      (.max, 0, 1, 34_359_738_360_000), (.max, .max, .max, 4_294_967_296), (1_000_000, 40, 100_000_000, 120),
    ]
    for (octets, delay, rate, after) in cases {
      for now in [0, 1_000, -5] as [Int64] {
        var story = try Trail([.init(from: "a", to: "b", delay: delay, bitsPerSecond: rate)])
        let bits = rate.map { "\(octets) · 8 bits at \($0) bit/s" } ?? "no time for the bits"
        let rule = "\(delay) ms, and \(bits)"
        try story.send(octets, "a", "b", at: now, [now + after], rule)
      }
    }
  }

  // By a program of its own in another language: the first twelve packets of the stream "stub>resolver" of seed 7
  @Test func `loss, copies and lateness are those of the stream`() throws {
    let wanted: [[Int64]] = [
      [], [141], [257, 265], [327, 342], [426], [], [668], [727], [843], [936], [1_024, 1_069],
      [1_146, 1_140],
    ]
    var story = try Trail([.stub(delay: 20, jitter: 50, loss: 300_000, duplication: 400_000)])
    for (number, times) in wanted.enumerated() {
      try story.send(at: Int64(100 * number), times, "packet \(number + 1) of the stream")
    }
  }

  // The first numbers of the stream "stub>resolver" of seed 7, modulo 1,000,000: 42853 421896, 636078 628050, 397319 371805
  @Test func `a share is reached from below`() throws {
    for (loss, duplication, times) in [
      (42_853, 0, [5]), (42_854, 0, []), (0, 421_896, [5]), (0, 421_897, [5, 5]), (0, 0, [5]),
      (1_000_000, 0, []), (1_000_000, 1_000_000, []), (0, 1_000_000, [5, 5]), (42_854, 1_000_000, []),
    ] as [(Int, Int, [Int64])] {
      var story = try Trail([.stub(delay: 5, loss: loss, duplication: duplication)])
      let rule = "the first numbers are 42853 and 421896, to be below \(loss) and \(duplication)"
      try story.send(9, at: 0, times, rule)
    }
  }

  // Lateness of the first packet and its copy: the third and fourth number of the stream, by a program of its own
  @Test func `a packet is up to jitter late, both ends included`() throws {
    for jitter in [1, 2, 3, .max] as [UInt32] {
      var story = try Trail([.stub(jitter: jitter, duplication: 1_000_000)])
      var ledger = RoadLedger(seed: 7, .stub(jitter: jitter, duplication: 1_000_000))
      for number in 0..<20 {
        let now = Int64(10 * number)
        try story.send(1, at: now, ledger.send(1, now: now), "0 … \(jitter) ms late, each on its own")
      }
    }
  }

  // Our rule: four numbers a packet, whatever becomes of it
  @Test func `what happens to one packet changes nothing for the next`() throws {
    let plain = Simulation.Road.stub(delay: 20, jitter: 50)
    let wanted: [Int64] = [45, 141, 257, 327, 426, 549, 668, 727, 843, 936, 1_024, 1_146]
    for other in [
      .stub(delay: 20, jitter: 50, loss: 1_000_000), .stub(delay: 20, jitter: 50, duplication: 1_000_000),
      .stub(delay: 1, jitter: 0), .stub(delay: 20, rate: 1_000, jitter: 3),
    ] as [Simulation.Road] {
      var story = try Trail([other])
      for number in 0..<6 { try story.pass(at: Int64(100 * number)) }
      try story.add(plain)
      for number in 6..<12 {
        let rule = "packet \(number + 1) has its own four numbers; the road's stream goes on"
        try story.send(at: Int64(100 * number), [wanted[number]], rule)
      }
    }
  }

  // Our rule: each road has a stream of its own
  @Test func `another road changes no other road's numbers`() throws {
    let road = Simulation.Road.stub(delay: 20, jitter: 50, loss: 300_000, duplication: 400_000)
    let wanted: [[Int64]] = [[], [141], [257, 265], [327, 342], [426], []]
    let others = [
      Simulation.Road(from: "resolver", to: "stub", jitter: 9, loss: 500_000),
      Simulation.Road(from: "resolver", to: "root", jitter: 9, duplication: 500_000),
      Simulation.Road(from: "a", to: "b"),
    ]
    for count in 0...3 {
      let used = Array(others.prefix(count))
      for roads in [[road] + used, used + [road]] {
        var story = try Trail(roads)
        for (number, times) in wanted.enumerated() {
          for other in used { try story.pass(other.from, other.to, at: 0) }
          try story.send(at: Int64(100 * number), times, "\(count) other roads are used as well")
        }
      }
    }
  }

  // Our rule: the way back is a road of its own
  @Test func `a road leads in one direction`() throws {
    var story = try Trail([.stub(delay: 20)])
    try story.add(.init(from: "resolver", to: "stub", delay: 31))
    try story.send(1, "resolver", "stub", at: 0, [31], "a delay of its own")
    try story.cut("resolver", "stub")
    try story.send(1, "resolver", "stub", at: 1, [], "this direction is cut")
    try story.send(1, at: 1, [21], "the other one is not")
    try story.add(.init(from: "a", to: "b>c", delay: 1))
    try story.add(.init(from: "a>b", to: "c", delay: 2))
    try story.send(1, "a", "b>c", at: 0, [1], "two roads, though the names of their streams are one")
  }

  // Our rule: a cut road delivers nothing, and its stream goes on
  @Test func `a cut loses what is sent while it lasts`() throws {
    let wanted: [Int64] = [45, 141, 257, 327, 426, 549, 668, 727]
    var story = try Trail([.stub(delay: 20, jitter: 50)])
    try story.send(at: 0, [wanted[0]], "the road is whole; this packet is under way now")
    try story.cut()
    for number in 1...3 { try story.send(at: Int64(100 * number), [], "the road is cut") }
    try story.cut()
    try story.add(.stub(delay: 20, jitter: 50))
    try story.send(at: 400, [], "other properties mend nothing, and it was cut twice")
    try story.mend()
    for number in 5...6 {
      let rule = "once is enough; packet \(number + 1) has its own numbers"
      try story.send(at: Int64(100 * number), [wanted[number]], rule)
    }
    try story.mend()
    try story.send(at: 700, [wanted[7]], "a road that is not cut stays as it is")
  }

  // Our rule: packets do not wait for each other
  @Test func `a packet may overtake another`() throws {
    var story = try Trail([.init(from: "a", to: "b", delay: 10, bitsPerSecond: 1_000_000)])
    try story.send(125_000, "a", "b", at: 0, [1_010], "a second for a million bits")
    try story.send(125, "a", "b", at: 1, [12], "it does not wait")
    try story.send(125, "a", "b", at: -40, [-29], "times may come in any order")
  }

  // Our rule: nobody knows a road that was not added
  @Test func `roads that are not there are refused`() throws {
    var story = try Trail([.stub()])
    for (from, to) in [
      ("stub", "root"), ("resolver", "stub"), ("Stub", "resolver"), ("stu", "bresolver"), ("", ""),
    ] {
      let (road, none) = ("\(from)>\(to)", Simulation.RoadError.noRoad(from: from, to: to))
      try story.refuse("send over \(road)", none, "no such road") {
        try $0.send(1, from: from, to: to, now: 0)
      }
      try story.refuse("cut \(road)", none, "no such road") { try $0.cut(from: from, to: to) }
      try story.refuse("mend \(road)", none, "no such road") { try $0.mend(from: from, to: to) }
    }
    try story.add(.init(from: "", to: "", delay: 4))
    try story.send(1, "", "", at: 0, [4], "an empty name is a name, and a road may lead back")
  }

  // Our rule: properties are checked before anything changes
  @Test func `what no road can be is refused`() throws {
    var story = try Trail([.stub(delay: 3)])
    for (loss, duplication, rate, error) in [
      (-1, -2, 0, .notAShare(-1)), (1_000_001, -2, 0, .notAShare(1_000_001)), (0, -2, 0, .notAShare(-2)),
      (1_000_000, 1_000_001, 0, .notAShare(1_000_001)), (.min, 0, 1, .notAShare(.min)),
      (0, .max, 1, .notAShare(.max)), (0, 0, 0, .noRate),
    ] as [(Int, Int, UInt64, Simulation.RoadError)] {
      let road = Simulation.Road.stub(delay: 9, rate: rate, loss: loss, duplication: duplication)
      let call = "add(loss \(loss), duplication \(duplication), \(rate) bit/s)"
      try story.refuse(call, error, "the first that is wrong") { try $0.add(road) }
    }
    try story.send(1, at: 0, [3], "nothing has changed")
  }

  // RoadLedger computes a road's numbers anew for each packet, in 128 bits
  @Test func `random roads go as in the ledger`() throws {
    var random = SeededRandom(seed: 72)
    for _ in 0..<30 {
      let seed = random.next()
      var ledgers = ["a", "b", "é"].map { RoadLedger(seed: seed, .random(from: $0, to: "b", using: &random)) }
      var story = try Trail(seed: seed, ledgers.map(\.road))
      for _ in 0..<60 {
        let which = Int.random(in: 0..<3, using: &random)
        let (from, now) = (ledgers[which].road.from, Int64.random(in: -999...9_999, using: &random))
        switch Int.random(in: 0..<12, using: &random) {
        case 0:
          ledgers[which].isCut = true
          try story.cut(from, "b")
        case 1, 2:
          ledgers[which].isCut = false
          try story.mend(from, "b")
        default:
          let octets = UInt32.random(in: 0...2_000, using: &random)
          try story.send(octets, from, "b", at: now, ledgers[which].send(octets, now: now), "so the ledger")
        }
      }
    }
  }
}

extension Trail where Subject == RoadModel {
  fileprivate init(seed: UInt64 = 7, _ roads: [Simulation.Road]) throws {
    try self.init("RoadModel(seed: \(seed))") { try RoadModel(seed: seed) }
    for road in roads { try add(road) }
  }

  fileprivate mutating func add(_ road: Simulation.Road) throws {
    try run("add(\(describe(road)))") { try $0.add(road) }
  }

  fileprivate mutating func cut(_ from: String = "stub", _ to: String = "resolver") throws {
    try run("cut(from: \"\(from)\", to: \"\(to)\")") { try $0.cut(from: from, to: to) }
  }

  fileprivate mutating func mend(_ from: String = "stub", _ to: String = "resolver") throws {
    try run("mend(from: \"\(from)\", to: \"\(to)\")") { try $0.mend(from: from, to: to) }
  }

  /// Sends a packet whose fate is not looked at.
  fileprivate mutating func pass(_ from: String = "stub", _ to: String = "resolver", at now: Int64) throws {
    try run("send(60, from: \"\(from)\", to: \"\(to)\", now: \(now))") {
      try $0.send(60, from: from, to: to, now: now)
    }
  }

  fileprivate mutating func send(
    _ octets: UInt32 = 60, _ from: String = "stub", _ to: String = "resolver", at now: Int64,
    _ wanted: [Int64], _ rule: String
  ) throws {
    try check("send(\(octets), from: \"\(from)\", to: \"\(to)\", now: \(now))", wanted, rule) {
      try $0.send(octets, from: from, to: to, now: now)
    }
  }
}
