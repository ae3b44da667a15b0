import ContentDelivery
import ContentDeliverySupport
import PostRoad
import TestSupport
import Testing

@Suite struct SieveEvictionTests {
  /// Requests for the letters of a text. `+` before a letter is a hit; `>x` after it says that x had to go, anything else that
  /// there was room. `!x` removes x.
  private func story(_ capacity: Int, _ text: String, _ rule: String) throws {
    var store = try SieveStore<String>(capacity: capacity)
    var steps = CheckSteps()
    steps.note("SieveStore(capacity: \(capacity))")
    for word in text.split(separator: " ").map(String.init) {
      let letters = word.map(String.init)
      if letters[0] == "!" {
        try steps.check("remove(\"\(letters[1])\")", returns: true, rule) { try store.remove(letters[1]) }
        continue
      }
      let isHit = letters[0] == "+"
      let key = letters[isHit ? 1 : 0]
      let outcome: Eviction.Outcome<String> =
        isHit ? .hit : .miss(evicted: letters.count == 3 ? letters[2] : nil)
      try steps.check("request(\"\(key)\")", returns: outcome, rule) { try store.request(key) }
    }
  }

  // NSDI'24, algorithm 1, lines 4, 15, 16
  @Test func `as long as there is room nobody goes`() throws {
    try story(3, "a b c +a +b +c +c", "three objects in a store of three")
    try story(3, "a +a b +a +b c d>c", "c alone was not visited: a and b lose their marks before")
  }

  // NSDI'24, algorithm 1: nothing visited means first in, first out, and not the newest first (rust-sieve-cache #10)
  @Test func `unvisited the oldest goes`() throws {
    try story(3, "a b c d>a e>b f>c g>d h>e", "the hand goes to the next newer one, and so do the evictions")
  }

  // NSDI'24, algorithm 1, lines 8 to 10; traced with pencil and paper
  @Test func `who is visited is spared once and stays where it is`() throws {
    try story(
      3, "a b c +a d>b e>c f>d g>e", "a keeps its place as the oldest, behind the hand; the new ones go")
    try story(
      3, "a b c +a d>b e>c +d +e f>a",
      "from d the hand passes d and e, both visited, and comes round to a, which has lost its mark")
  }

  // NSDI'24, algorithm 1, line 2
  @Test func `a hit is a mark, however often`() throws {
    try story(
      3, "a b c +a +a +a +a d>b +c +d +d e>a f>c",
      "four visits are one mark, which the hand takes at its first pass")
  }

  // NSDI'24, algorithm 1, line 16; a new key that is visited or spared would make it CLOCK (Mooncake #767)
  @Test func `what is new has no mark`() throws {
    try story(
      3, "a b c +a d>b +a e>c +a f>d +a g>e +a", "who comes and is not asked for again goes, and a stays")
  }

  // NSDI'24, algorithm 1, lines 11 to 13
  @Test func `after the newest the hand begins at the oldest`() throws {
    try story(
      2, "a +a b c>b d>a e>c",
      "b was the newest when it went, so the hand points to none: a, the oldest, is next, and not c"
    )
    try story(
      1, "a +a b>a c>b +c d>c", "one place: the visited one loses its mark, and goes at the second look")
  }

  // NSDI'24, algorithm 1: all are visited; where the search gave up, the store grew (rust-sieve-cache #7)
  @Test func `when all are visited the hand goes round once`() throws {
    try story(3, "a b c +a +b +c d>a e>b f>c", "a, b and c lose their marks, then the oldest goes")
    try story(
      3, "a b c +b d>a +b +c +d e>b f>c",
      "the hand is at b: it passes b, c and d, and b is the next without a mark")
  }

  // NSDI'24, algorithm 1: the hand moves only when something goes
  @Test func `hits and new keys leave the hand alone`() throws {
    try story(
      4, "a b c d e>a +d +e +c f>b g>f",
      "the hand is at b before the hits, and after them: b goes; then c, d and e lose their marks, and f has none"
    )
    try story(3, "a b c +b +a d>c e>a f>b", "the queue is as it was: a, b, c, whoever was asked for last")
  }

  // Our rule for what is removed
  @Test func `a removed key leaves room, and the hand goes on`() throws {
    try story(3, "a b c d>a !b e f>c g>d", "the hand was at b, and goes on to c")
    try story(3, "a b c d>a e>b f>c !d !f !e g h i j>g", "the hand was at d, then at e, then at none")
    try story(
      3, "a b c +a +b +c !c d e>d", "c is removed, and the marks of a and b stay: d is the first without")
    try story(3, "a b +b c d>a +c !c e f>d", "the hand at b goes on over the gap: b loses its mark, d goes")
    try story(3, "a b c d>a !c e f>b g>d", "the hand is at b, which nobody removed")
    try story(3, "a b c +a d>b !c e f>d", "the hand was at c, and goes on to d, not back to a")
  }

  // The hand points to nobody once more
  @Test func `an emptied store fills again, and no further`() throws {
    try story(2, "a +a b c>b !a !c d e f>d g>e !f !g h i j>h", "two places, before and after")
  }

  // What is not there cannot be removed
  @Test func `the count is what is in the store`() throws {
    var store = try SieveStore<Int>(capacity: 3)
    var steps = CheckSteps()
    steps.note("SieveStore(capacity: 3)")
    for (key, count) in [(1, 1), (2, 2), (2, 2), (3, 3), (4, 3), (5, 3)] {
      try steps.run("request(\(key))") { try store.request(key) }
      try steps.check("count", returns: count, "three at the most") { try store.count }
    }
    for (key, wasThere, count) in [(1, false, 3), (5, true, 2), (5, false, 2), (9, false, 2)] {
      try steps.check("remove(\(key))", returns: wasThere, "3, 4 and 5 were there") { try store.remove(key) }
      try steps.check("count", returns: count, "what is removed is gone, once") { try store.count }
    }
    for capacity in [0, -1, .min] {
      try check(
        "SieveStore(capacity:).count", capacity, throws: Eviction.SizeError.capacityTooSmall(capacity),
        "1 or more"
      ) { try SieveStore<Int>(capacity: $0).count }
    }
  }

  // A second implementation, on an array; and four other policies that have other counts on the same traces
  @Test func `the misses of a trace are SIEVE's, and nobody else's`() throws {
    for (seed, capacity) in [(4241, 20), (4242, 40), (4246, 25)] as [(UInt64, Int)] {
      let trace = skewedTrace(4_000, keys: 300, seed: seed)
      let misses = MissesByHand.sieve(trace, capacity: capacity)
      let others = [
        MissesByHand.fifo(trace, capacity: capacity), MissesByHand.lru(trace, capacity: capacity),
        MissesByHand.clock(trace, capacity: capacity), MissesByHand.lfu(trace, capacity: capacity),
      ]
      precondition(!others.contains(misses), "the trace does not tell SIEVE from others")
      try check(
        "the misses of 4,000 requests", "SieveStore(capacity: \(capacity)), seed \(seed)", returns: misses,
        "FIFO has \(others[0]), LRU \(others[1]), CLOCK \(others[2]), LFU \(others[3])"
      ) { _ in
        var store = try SieveStore<Int>(capacity: capacity)
        return try trace.count { try store.request($0) != .hit }
      }
    }
  }

  // The same second implementation, step by step, with removals
  @Test func `a long trace agrees with a queue kept by hand`() throws {
    var random = SeededRandom(seed: 4244)
    for capacity in [1, 2, 5, 30] {
      var store = try SieveStore<Int>(capacity: capacity)
      var byHand = SieveByHand(capacity: capacity)
      var steps = CheckSteps()
      steps.note("SieveStore(capacity: \(capacity))")
      for key in skewedTrace(500, keys: 50, seed: 4245) {
        if Int.random(in: 0..<8, using: &random) == 0 {
          let other = Int.random(in: 1...10, using: &random)
          try steps.check("remove(\(other))", returns: byHand.remove(other), "so it is in the queue") {
            try store.remove(other)
          }
        }
        try steps.check("request(\(key))", returns: byHand.request(key), "so the queue has it") {
          try store.request(key)
        }
        try steps.check("count", returns: byHand.count, "the length of the queue") { try store.count }
      }
    }
  }
}
