import ContentDelivery
import ContentDeliverySupport
import PostRoad
import TestSupport
import Testing

@Suite struct LRUEvictionTests {
  // The name: least recently used
  @Test func `the first to go is who was not used for the longest time`() throws {
    var store = try Story(capacity: 30)
    for key in ["a", "b", "c"] { try store.insert(key, 10, evicts: [], "there is room") }
    try store.use("a", true, "it is there")
    try store.insert("d", 10, evicts: ["b"], "a was used after b")
    try store.insert("e", 10, evicts: ["c"], "c is now the oldest")
    try store.insert("f", 10, evicts: ["a"], "a was used before d came")
    for (key, isThere) in [("a", false), ("b", false), ("c", false), ("d", true), ("e", true), ("f", true)] {
      try store.use(key, isThere, "d, e and f are left")
    }
  }

  // Octets are what a store has, not places
  @Test func `as many go as are needed, and no more`() throws {
    var store = try Story(capacity: 100)
    for (key, size) in [("a", 10), ("b", 20), ("c", 30), ("d", 40)] {
      try store.insert(key, size, evicts: [], "there is room: 100 octets are not more than 100")
    }
    try store.used(100, "10 + 20 + 30 + 40")
    try store.insert(
      "e", 25, evicts: ["a", "b"], "a's ten are not enough, with b's twenty they are; a goes first")
    try store.used(95, "30 + 40 + 25")
    try store.insert("f", 5, evicts: [], "95 and 5 fit exactly")
    try store.insert("g", 1, evicts: ["c"], "one octet more does not")
    try store.insert("h", 100, evicts: ["d", "e", "f", "g"], "as large as the store: all others go")
    try store.used(100, "h alone")
  }

  // The oldest goes even where another one's size would fit better
  @Test func `only the order of use decides, not the size`() throws {
    var store = try Story(capacity: 100)
    try store.insert("large", 90, evicts: [], "there is room")
    try store.insert("small", 10, evicts: [], "there is room")
    try store.insert("new", 5, evicts: ["large"], "five octets were wanted, and the oldest has ninety")
    try store.insert("next", 85, evicts: [], "10 + 5 + 85")
  }

  // Looking for something is not storing it
  @Test func `a key that is not there changes nothing`() throws {
    var store = try Story(capacity: 20)
    try store.use("a", false, "nothing is there")
    try store.insert("a", 10, evicts: [], "there is room")
    try store.insert("b", 10, evicts: [], "there is room")
    try store.use("c", false, "it never came")
    try store.used(20, "a and b")
    try store.insert("d", 10, evicts: ["a"], "looking for c made no room and used nobody")
    try store.use("a", false, "it had to go, and is not there because somebody looks for it")
  }

  // A new version has the place of the old one
  @Test func `a key that comes again is replaced`() throws {
    var store = try Story(capacity: 100)
    try store.insert("a", 60, evicts: [], "there is room")
    try store.insert("b", 40, evicts: [], "there is room")
    try store.insert("a", 50, evicts: [], "a's sixty octets are free again, and a is not evicted")
    try store.used(90, "40 + 50")
    try store.insert("a", 60, evicts: [], "60 + 40 is 100")
    try store.insert("a", 61, evicts: ["b"], "b goes, not a's older version")
    try store.used(61, "a alone")
  }

  // To be inserted is to be used
  @Test func `a key that comes again is the last to go`() throws {
    var store = try Story(capacity: 30)
    for key in ["a", "b", "c", "a"] { try store.insert(key, 10, evicts: [], "there is room") }
    try store.insert("d", 10, evicts: ["b"], "a came again after b")
    try store.insert("e", 20, evicts: ["c", "a"], "d came after a")
  }

  // Nothing has no weight
  @Test func `objects without octets are objects`() throws {
    var store = try Story(capacity: 10)
    try store.insert("a", 10, evicts: [], "there is room")
    try store.insert("empty", 0, evicts: [], "a full store has room for nothing")
    try store.use("empty", true, "it is there")
    try store.insert("b", 1, evicts: ["a"], "a is older, and its ten octets are enough")
    try store.insert("c", 10, evicts: ["empty", "b"], "the empty one is older than b, and goes in its turn")
    try store.used(10, "c alone")
  }

  // A store is not emptied for what it cannot hold
  @Test func `what is larger than the store is refused`() throws {
    var store = try Story(capacity: 100)
    try store.insert("a", 60, evicts: [], "there is room")
    try store.insert("b", 40, evicts: [], "there is room")
    for (key, size) in [("c", 101), ("c", Int.max), ("a", 101)] {
      try store.refuses(key, size, .tooLarge(size, capacity: 100), "it has more octets than the store")
    }
    for (key, size) in [("c", -1), ("a", -1), ("c", .min)] {
      try store.refuses(key, size, .negativeSize(size), "no object is smaller than nothing")
    }
    try store.used(100, "a and b as before")
    try store.use("c", false, "it was refused")
    try store.insert("d", 1, evicts: ["a"], "a is still the oldest: to be refused is not to be used")
  }

  // Sums of sizes may be too large for a number
  @Test func `a store may be as large as a number can be`() throws {
    var store = try Story(capacity: .max)
    try store.insert("a", .max - 1, evicts: [], "there is room")
    try store.insert("b", 1, evicts: [], "there is room for one more")
    try store.used(.max, "to the last octet")
    try store.insert("c", .max, evicts: ["a", "b"], "all of it")
    try store.insert("c", .max, evicts: [], "its older version makes room")
    try store.used(.max, "c alone")
  }

  // Octets of what is gone are free
  @Test func `what is removed leaves room and no gap`() throws {
    var store = try Story(capacity: 40)
    for key in ["a", "b", "c", "d"] { try store.insert(key, 10, evicts: [], "there is room") }
    try store.remove("b", true, "it was there")
    try store.remove("b", false, "it is gone already")
    try store.remove("x", false, "it never came")
    try store.used(30, "a, c and d")
    try store.insert("e", 10, evicts: [], "b's octets are free")
    try store.insert("f", 20, evicts: ["a", "c"], "b is not among those that go")
    try store.remove("f", true, "the newest")
    try store.remove("d", true, "the oldest")
    try store.insert("g", 40, evicts: ["e"], "only e was left")
    try store.remove("g", true, "the last one")
    try store.insert("h", 40, evicts: [], "the store was empty")
  }

  // A store of nothing is none
  @Test func `a store holds one octet at least`() throws {
    for capacity in [0, -1, .min] {
      try check(
        "LRUStore(capacity:).used", capacity, throws: Eviction.SizeError.capacityTooSmall(capacity),
        "1 or more"
      ) { try LRUStore<String>(capacity: $0).used }
    }
    var store = try Story(capacity: 1)
    try store.used(0, "a new store is empty")
    try store.insert("a", 1, evicts: [], "one octet is a store")
    try store.insert("b", 1, evicts: ["a"], "and a has it")
  }

  // A second implementation: a list in the order of use, counted anew each time
  @Test func `a long trace agrees with a list kept by hand`() throws {
    var random = SeededRandom(seed: 4230)
    for capacity in [50, 500] {
      var store = try LRUStore<Int>(capacity: capacity)
      var byHand = LRUByHand(capacity: capacity)
      var steps = CheckSteps()
      steps.note("LRUStore(capacity: \(capacity))")
      for key in skewedTrace(600, keys: 60, seed: 4231) {
        let size = Int.random(in: 0...40, using: &random)
        if Int.random(in: 0..<10, using: &random) == 0 {
          try steps.check("remove(\(key))", returns: byHand.remove(key), "so it is in the list") {
            try store.remove(key)
          }
        }
        let isThere = byHand.use(key)
        try steps.check("use(\(key))", returns: isThere, "so it is in the list") { try store.use(key) }
        if !isThere || size == 40 {
          try steps.check(
            "insert(\(key), size: \(size))", returns: byHand.insert(key, size: size),
            "the first of the list go"
          ) { try store.insert(key, size: size) }
        }
        try steps.check("used", returns: byHand.used, "the sum over the list") { try store.used }
      }
    }
  }

  // Each step costs a few look-ups, whatever the store holds: 100,000 of them with 20,000 objects
  @Test func `the oldest is found without a search`() throws {
    var store = try LRUStore<Int>(capacity: 20_000)
    var steps = CheckSteps()
    try steps.check("100,000 objects of one octet into 20,000 octets", returns: 80_000, "so many had to go") {
      var evicted = 0
      for key in 0..<100_000 { evicted += try store.insert(key, size: 1).count }
      return evicted
    }
  }

  /// A store with what was done to it.
  private struct Story {
    private var store: LRUStore<String>
    private var steps = CheckSteps()

    init(capacity: Int) throws {
      store = try LRUStore(capacity: capacity)
      steps.note("LRUStore(capacity: \(capacity))")
    }

    mutating func insert(_ key: String, _ size: Int, evicts: [String], _ rule: String) throws {
      var copy = store
      try steps.check("insert(\"\(key)\", size: \(size))", returns: evicts, rule) {
        try copy.insert(key, size: size)
      }
      store = copy
    }

    mutating func refuses(_ key: String, _ size: Int, _ error: Eviction.SizeError, _ rule: String) throws {
      var copy = store
      try steps.check("insert(\"\(key)\", size: \(size))", throws: error, rule) {
        try copy.insert(key, size: size)
      }
      store = copy
    }

    mutating func use(_ key: String, _ isThere: Bool, _ rule: String) throws {
      var copy = store
      try steps.check("use(\"\(key)\")", returns: isThere, rule) { try copy.use(key) }
      store = copy
    }

    mutating func remove(_ key: String, _ wasThere: Bool, _ rule: String) throws {
      var copy = store
      try steps.check("remove(\"\(key)\")", returns: wasThere, rule) { try copy.remove(key) }
      store = copy
    }

    mutating func used(_ octets: Int, _ rule: String) throws {
      let copy = store
      try steps.check("used", returns: octets, rule) { try copy.used }
    }
  }
}
