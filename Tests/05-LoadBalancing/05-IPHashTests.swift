import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct IPHashTests {
  // nginx, ip_hash: the first three octets of an IPv4 address
  @Test func `a whole network of 256 addresses comes to one backend`() throws {
    var picks = ""
    for last in [UInt8(0), 1, 2, 127, 255] {
      picks += TestPool.letter(try pick(TestPool.of(4), [192, 0, 2, last]))
    }
    #expect(picks == "ddddd", "nginx 1.22.1 gives 192.0.2.0/24 to d: the last byte is not hashed")
  }

  // nginx, ip_hash: the entire IPv6 address
  @Test func `every byte of an IPv6 address counts`() throws {
    let one = try pick(TestPool.of(4), bytes(hex: "20010db8 00000000 00000000 00000001"))
    let two = try pick(TestPool.of(4), bytes(hex: "20010db8 00000000 00000000 00000002"))
    let picks = TestPool.letter(one) + TestPool.letter(two)
    #expect(picks == "ab", "nginx 1.22.1 gives 2001:db8::1 to a and 2001:db8::2 to b")
  }

  // Recorded: nginx 1.22.1, `ip_hash`, four equal servers and weights 5, 3, 2
  @Test func `nginx picks the same by IPv4 address`() throws {
    for (address, picks) in recorded(NginxAddressPicks.four) {
      let equal = TestPool.letter(try pick(TestPool.of(4), address))
      #expect(equal == picks[0], "four equal servers, address \(address)")
      let weighted = TestPool.letter(try pick(TestPool.of(weights: [5, 3, 2]), address))
      #expect(weighted == picks[1], "weights 5, 3, 2, address \(address)")
    }
  }

  // Recorded: nginx 1.22.1, `ip_hash`, four equal servers and weights 5, 3, 2
  @Test func `nginx picks the same by IPv6 address`() throws {
    for (address, picks) in recorded(NginxAddressPicks.sixteen) {
      let equal = TestPool.letter(try pick(TestPool.of(4), address))
      #expect(equal == picks[0], "four equal servers, address \(hex(address))")
      let weighted = TestPool.letter(try pick(TestPool.of(weights: [5, 3, 2]), address))
      #expect(weighted == picks[1], "weights 5, 3, 2, address \(hex(address))")
    }
  }

  // Recorded: nginx 1.22.1, `ip_hash`, one of four servers `down`
  @Test func `only the clients of a backend that is down move`() throws {
    let all = recorded(NginxAddressPicks.four) + recorded(NginxAddressPicks.sixteen)
    for (address, picks) in all {
      let picked = TestPool.letter(try pick(TestPool.of(4, down: "b"), address))
      #expect(picked == picks[2], "b is down, address \(hex(address))")
    }
  }

  // Recorded: nginx 1.22.1, `ip_hash`, the server with 40 of 42 weights `down`
  @Test func `after 21 places somebody else picks, as in nginx`() throws {
    let pool = TestPool.of(weights: [40, 1, 1], down: "a")
    var roundRobin = "bc"
    var trail = StepTrail()
    for (address, picks) in recorded(NginxAddressPicks.four) + recorded(NginxAddressPicks.sixteen) {
      let picked = try pickByAddress(pool, address: address) {
        let turn = roundRobin.removeFirst()
        roundRobin.append(turn)
        return TestPool.index(of: turn)
      }
      trail.note("\(hex(address)): picked \(TestPool.letter(picked)), nginx picked \(picks[3])")
      try #require(
        TestPool.letter(picked) == picks[3], "between b and c, 21 places, then in turns:\n\(trail)")
    }
  }

  // Our rule: what the way out throws is not ours to change
  @Test func `what the way out says is passed on`() throws {
    // A hash is below 6271, and the first 2,000,000 places are a's.
    let pool = TestPool.of(weights: [2_000_000, 1, 1], down: "a")
    let given = try pickByAddress(pool, address: [192, 0, 2, 1]) { 2 }
    #expect(given == 2, "21 places are all a's, so the way out picks")
    #expect(throws: LB.PoolError.noneAvailable(of: 7), "its error is passed on") {
      try pickByAddress(pool, address: [192, 0, 2, 1]) { throw LB.PoolError.noneAvailable(of: 7) }
    }
  }

  // Our rule: an address is IPv4 or IPv6
  @Test(arguments: [0, 3, 5, 15, 17]) func `an address has 4 or 16 bytes`(count: Int) throws {
    #expect(throws: LB.AddressError.wrongLength(bytes: count), "IPv4 has 4 bytes, IPv6 has 16") {
      try pick(TestPool.of(4), Array(repeating: 1, count: count))
    }
  }

  // Our rule: a pool that can serve nobody says so itself
  @Test func `pools that cannot serve are refused`() throws {
    #expect(throws: LB.PoolError.empty, "nobody will ever come up there") { try pick([], [192, 0, 2, 1]) }
    #expect(throws: LB.PoolError.noneAvailable(of: 3), "all three are down") {
      try pick(TestPool.of(3, down: "abc"), [192, 0, 2, 1])
    }
    #expect(throws: LB.PoolError.noneAvailable(of: 2), "no places to divide by") {
      try pick(TestPool.of(weights: [0, 0]), [192, 0, 2, 1])
    }
    #expect(throws: LB.PoolError.weightOutOfRange(-1, at: 1), "nobody can owe places") {
      try pick(TestPool.of(weights: [2, -1]), [192, 0, 2, 1])
    }
  }

  // A second implementation: AddressPolynomial in LoadBalancingSupport
  @Test func `random pools agree with the polynomial`() throws {
    var random = SeededRandom(seed: 56)
    for _ in 0..<120 {
      let weights = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        Int.random(in: 0...4, using: &random)
      }
      let down = String("abcde".filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
      let pool = TestPool.of(weights: weights, down: down)
      guard pool.contains(where: { $0.isUp && $0.weight > 0 }) else { continue }
      let address = (0..<(Bool.random(using: &random) ? 4 : 16)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let key = address.count == 4 ? Array(address.prefix(3)) : address
      let owners = (1...21).map {
        AddressPolynomial.owner(of: AddressPolynomial.hash(key, rounds: $0), weights: weights)
      }
      let expected = owners.first { pool[$0].isUp } ?? -1
      let picked = try pickByAddress(pool, address: address) { -1 }
      #expect(
        picked == expected, "weights \(weights), down: \(down), address \(hex(address)); -1: the way out")
    }
  }

  /// Picks where the way out must not be needed.
  private func pick(_ pool: [LB.Backend], _ address: [UInt8]) throws -> Int {
    try pickByAddress(pool, address: address) {
      Issue.record("one of the 21 places is of use: \(hex(address))")
      return -1
    }
  }

  /// Addresses with a letter for each of the four recorded pools.
  private func recorded(_ text: String) -> [(address: [UInt8], picks: [String])] {
    text.split(separator: "\n").map { line in
      let parts = line.split(separator: " ")
      return (bytes(hex: String(parts[0])), parts[1].map(String.init))
    }
  }
}
