import LoadBalancing
import LoadBalancingSupport
import PostRoad
import TestSupport
import Testing

@Suite struct IPHashTests {
  // nginx, ip_hash: the first three octets of an IPv4 address
  @Test func `a whole network of 256 addresses comes to one backend`() throws {
    for last in [UInt8(0), 1, 2, 127, 255] {
      let rule = "nginx 1.22.1 gives 192.0.2.0/24 to d: the last byte is not hashed"
      try checkPick(TestPool.of(4), [192, 0, 2, last], is: "d", rule)
    }
  }

  // nginx, ip_hash: the entire IPv6 address
  @Test func `every byte of an IPv6 address counts`() throws {
    let rule = "nginx 1.22.1 gives 2001:db8::1 to a and 2001:db8::2 to b"
    try checkPick(TestPool.of(4), bytes(hex: "20010db8 00000000 00000000 00000001"), is: "a", rule)
    try checkPick(TestPool.of(4), bytes(hex: "20010db8 00000000 00000000 00000002"), is: "b", rule)
  }

  // The table of the page
  @Test func `192.0.2.24 is hashed to 6255`() throws {
    let rule = "89, 3978, 4273, 6255: the place is 6255 modulo the sum of the weights"
    try checkPick(TestPool.of(4), [192, 0, 2, 24], is: "d", "\(rule), 3")
    try checkPick(TestPool.of(weights: [5, 3, 2]), [192, 0, 2, 24], is: "b", "\(rule), 5")
    try checkPick(
      TestPool.of(weights: [6255, 1, 20]), [192, 0, 2, 24], is: "b", "\(rule), 6255: b's only one")
  }

  // AddressPolynomial in LoadBalancingSupport; RFC 4291 §2.5.5.2 has the mapped addresses
  @Test func `an IPv4-mapped address of IPv6 has 16 bytes like any other`() throws {
    for last in 1...4 {
      let address = bytes(hex: "00000000 00000000 0000ffff c00002") + [UInt8(last)]
      let owner = AddressPolynomial.owner(
        of: AddressPolynomial.hash(address, rounds: 1), weights: Array(repeating: 1, count: 8))
      let rule = "::ffff:192.0.2.\(last) has 16 bytes, and all 16 are hashed"
      try checkPick(TestPool.of(8), address, is: Character(TestPool.letter(owner)), rule)
    }
  }

  // Recorded: nginx 1.22.1, `ip_hash`, four equal servers and weights 5, 3, 2
  @Test func `nginx picks the same by IPv4 address`() throws {
    for (address, picks) in recorded(NginxAddressPicks.four) {
      try checkPick(TestPool.of(4), address, is: picks[0], "recorded from nginx, four equal servers")
      try checkPick(
        TestPool.of(weights: [5, 3, 2]), address, is: picks[1], "recorded from nginx, weights 5, 3, 2")
    }
  }

  // Recorded: the same
  @Test func `nginx picks the same by IPv6 address`() throws {
    for (address, picks) in recorded(NginxAddressPicks.sixteen) {
      try checkPick(TestPool.of(4), address, is: picks[0], "recorded from nginx, four equal servers")
      try checkPick(
        TestPool.of(weights: [5, 3, 2]), address, is: picks[1], "recorded from nginx, weights 5, 3, 2")
    }
  }

  // Recorded: nginx 1.22.1, `ip_hash`, one of four servers `down`
  @Test func `only the clients of a backend that is down move`() throws {
    for (address, picks) in recorded(NginxAddressPicks.four) + recorded(NginxAddressPicks.sixteen) {
      try checkPick(
        TestPool.of(4, down: "b"), address, is: picks[2],
        "recorded from nginx: b is down and keeps its places")
    }
  }

  // Recorded: nginx 1.22.1, `ip_hash`, the server with 40 of 42 weights `down`
  @Test func `after 21 places somebody else picks, as in nginx`() throws {
    let pool = TestPool.of(weights: [40, 1, 1], down: "a")
    var (turns, steps) = (0, CheckSteps())
    for (address, picks) in recorded(NginxAddressPicks.four) + recorded(NginxAddressPicks.sixteen) {
      try steps.check(
        "pickByAddress(_:address:otherwise:) of \(hex(address)), otherwise b and c in turns",
        returns: Letter(TestPool.index(of: picks[3])), "recorded from nginx: 21 places, then its round robin"
      ) {
        Letter(
          try pickByAddress(pool, address: address) {
            turns += 1
            return turns.isMultiple(of: 2) ? 2 : 1
          })
      }
    }
  }

  // Arithmetic, with a second program: in which round the first place comes that is not a's
  @Test func `the place of round 21 is used, that of round 22 is not`() throws {
    let pool = TestPool.of(weights: [40, 1, 1], down: "a")
    for (address, letter, round) in [
      ([10, 0, 5, 1], "c", 21), ([10, 0, 6, 1], "b", 21), ([10, 0, 3, 1], "c", 20),
    ] {
      let rule = "the first place that is not a's comes in round \(round) of 21"
      try checkPick(pool, address.map { UInt8($0) }, is: Character(letter), rule)
    }
    for address in [[10, 0, 21, 1], [10, 0, 91, 1]] as [[UInt8]] {
      let rule =
        "21 places are a's, and the one that is not would come in round 22: the way out picks, asked once"
      try checkWayOut(pool, address, rule)
    }
  }

  // Our rule: what the way out gives or throws is not ours to change
  @Test func `what the way out gives or throws is passed on`() throws {
    // A hash is below 6271, and the first 2,000,000 places are a's.
    let pool = TestPool.of(weights: [2_000_000, 1, 1], down: "a")
    try checkWayOut(pool, [192, 0, 2, 1], "21 places are all a's, so the way out picks, asked once")
    try check(
      "pickByAddress(_:address:otherwise:), otherwise throws", pool, throws: NoWayOut(number: 7),
      "its error is passed on"
    ) { pool in
      try pickByAddress(pool, address: [192, 0, 2, 1]) { throw NoWayOut(number: 7) }
    }
  }

  // Our rule: an address is IPv4 or IPv6, and that is checked first
  @Test func `an address has 4 or 16 bytes`() throws {
    let pools = [TestPool.of(4), [], TestPool.of(weights: [-1]), TestPool.of(2, down: "ab")]
    for (count, pool) in [0, 1, 3, 5, 8, 15, 17, 32].flatMap({ count in pools.map { (count, $0) } }) {
      let address = Array(repeating: UInt8(1), count: count)
      try checkRefusal(
        pool, address, LB.AddressError.wrongLength(bytes: count), "4 or 16 bytes, which is checked first")
    }
  }

  // Our rule: a pool that can serve nobody says so itself, and the way out is not asked
  @Test func `pools that cannot serve are refused`() throws {
    let most = 2_147_483_647
    try checkRefusal([], [192, 0, 2, 1], LB.PoolError.empty, "nobody will ever come up there")
    let weights = [
      ([2, -1], "", -1, 1), ([most + 1], "", most + 1, 0), ([1, most + 1, -1], "", most + 1, 1),
      ([-3, -5], "", -3, 0),
      ([1, -1], "b", -1, 1), ([-1], "a", -1, 0), ([0, 0, Int.max], "abc", Int.max, 2),
      ([Int.min, 1], "", Int.min, 0),
    ]
    for (weights, down, weight, place) in weights {
      let wanted = LB.PoolError.weightOutOfRange(weight, at: place)
      let rule = "the first weight that is not in 0...\(most), before it is asked who is up"
      try checkRefusal(TestPool.of(weights: weights, down: down), [192, 0, 2, 1], wanted, rule)
    }
    for (weights, down) in [([1, 1, 1], "abc"), ([0, 0], ""), ([0, 5], "b"), ([3], "a"), ([0], "")] {
      let wanted = LB.PoolError.noneAvailable(of: weights.count)
      let rule = "nobody is up and has a weight above 0 at once"
      try checkRefusal(TestPool.of(weights: weights, down: down), [192, 0, 2, 1], wanted, rule)
    }
  }

  // LB.Backend: weights up to 2,147,483,647, so there is no room for a list of all places
  @Test func `the largest weights are weights like others`() throws {
    let pool = TestPool.of(weights: [0, 2_147_483_647, 2_147_483_647, 1])
    try checkPick(pool, [192, 0, 2, 24], is: "b", "6255 is one of b's 2147483647 places")
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
      let count = Bool.random(using: &random) ? 4 : 16
      let address = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      guard pool.contains(where: { $0.isUp && $0.weight > 0 }) else {
        try checkRefusal(pool, address, LB.PoolError.noneAvailable(of: pool.count), "nobody takes part")
        continue
      }
      let key = count == 4 ? Array(address.prefix(3)) : address
      let owners = (1...21).lazy.map {
        AddressPolynomial.owner(of: AddressPolynomial.hash(key, rounds: $0), weights: weights)
      }
      let letter = owners.first { pool[$0].isUp }.map(TestPool.letter) ?? "none"
      if letter == "none" {
        try checkWayOut(pool, address, "the polynomial finds 21 places of backends that are down")
      } else {
        try checkPick(pool, address, is: Character(letter), "the polynomial finds this backend first")
      }
    }
  }

  /// A pick for which the way out must not be asked.
  private func checkPick(_ pool: [LB.Backend], _ address: [UInt8], is letter: Character, _ rule: String)
    throws
  {
    var asked = 0
    let input = (pool: pool, address: address)
    let wanted = Answer(Letter(TestPool.index(of: letter)), asked: 0)
    try check("pickByAddress(_:address:otherwise:)", input, returns: wanted, rule) { input in
      let picked = try pickByAddress(input.pool, address: input.address) {
        asked += 1
        return -1
      }
      return Answer(Letter(picked), asked: asked)
    }
  }

  /// A pick that is left to the way out: it is asked once, and what it says comes back unread.
  private func checkWayOut(_ pool: [LB.Backend], _ address: [UInt8], _ rule: String) throws {
    for answer in [1, -1, 99] {
      var asked = 0
      let input = (pool: pool, address: address)
      try check(
        "pickByAddress(_:address:otherwise:), otherwise gives \(answer)", input,
        returns: Answer(Letter(answer), asked: 1), rule
      ) { input in
        let picked = try pickByAddress(input.pool, address: input.address) {
          asked += 1
          return answer
        }
        return Answer(Letter(picked), asked: asked)
      }
    }
  }

  private func checkRefusal<Failure: Error & Equatable>(
    _ pool: [LB.Backend], _ address: [UInt8], _ wanted: Failure, _ rule: String
  ) throws {
    try check("pickByAddress(_:address:otherwise:)", (pool: pool, address: address), throws: wanted, rule) {
      input in
      try pickByAddress(input.pool, address: input.address) { 0 }
    }
  }

  /// Addresses with a letter for each of the four recorded pools.
  private func recorded(_ text: String) -> [(address: [UInt8], picks: [Character])] {
    text.split(separator: "\n").map { line in
      let parts = line.split(separator: " ")
      return (bytes(hex: String(parts[0])), Array(parts[1]))
    }
  }

  /// What came back, and how often the way out was asked.
  struct Answer: Equatable, CheckDescribable {
    let picked: Letter
    let asked: Int

    init(_ picked: Letter, asked: Int) {
      self.picked = picked
      self.asked = asked
    }

    var checkDescription: String { "\(picked.checkDescription); otherwise was asked \(asked) times" }
  }

  struct NoWayOut: Error, Equatable {
    let number: Int
  }
}
