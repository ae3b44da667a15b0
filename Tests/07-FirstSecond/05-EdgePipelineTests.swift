import FirstSecond
import FirstSecondSupport
import PostRoad
import TestSupport
import Testing

@Suite struct EdgePipelineTests {
  private let page = Edge.Response("v1", lifetime: 60_000)
  private let secret = Edge.Response("for one", isShared: false, lifetime: 60_000, staleIfError: 60_000)

  // RFC 9111 §2: a cache forwards what it cannot answer
  @Test func `a miss is fetched from the first parent`() throws {
    var node = try newNode()
    try node.request("/a", 7, [.fetch(1, "/a", from: "a1")], at: 100, "nothing is stored")
    try node.responded(1, page, [.answer(7, body: "v1", age: 30)], at: 130, "30 ms after the question")
    try node.request("/b", 3, [.fetch(2, "/b", from: "b1")], at: 130, "another key, and a new number")
    try node.request("/A", 4, [.fetch(3, "/A", from: "A1")], at: 131, "keys are compared as they are")
    try node.request("", 5, [.fetch(4, "", from: "1")], at: 131, "an empty key is a key")
  }

  // RFC 9111 §4.2: fresh while its age is below its lifetime
  @Test func `a fresh response is served with its age`() throws {
    var node = try newNode()
    try node.store("/a", page, by: 1, at: 100)
    for (now, age) in [(140, 40), (5_100, 5_000), (60_099, 59_999)] as [(Int64, Int64)] {
      try node.request("/a", 2, [.answer(2, body: "v1", age: age)], at: now, "its age is below 60,000")
    }
    try node.request("/a", 3, [.fetch(2, "/a", from: "a1")], at: 60_100, "60,000 are not below 60,000")
  }

  // RFC 9111 §4.2.3: the age that came, plus the time since the request was made
  @Test func `an age counts on over two layers`() throws {
    var node = try newNode()
    try node.request("/a", 1, [.fetch(1, "/a", from: "a1")], at: 1_000, "nothing is stored")
    let old = Edge.Response("v1", age: 50_000, lifetime: 60_000)
    try node.responded(1, old, [.answer(1, body: "v1", age: 50_040)], at: 1_040, "it was 50 s old before")
    try node.request("/a", 2, [.answer(2, body: "v1", age: 59_999)], at: 10_999, "fresh for 10 s")
    try node.request("/a", 3, [.fetch(2, "/a", from: "a1")], at: 11_000, "and not for 60 s more")
  }

  // RFC 9111 §4: several requests are made one
  @Test func `whoever waits waits for one fetch`() throws {
    var node = try newNode()
    try node.request("/a", 9, [.fetch(1, "/a", from: "a1")], at: 0, "nothing is stored")
    for caller in [3, 7, 1] { try node.request("/a", caller, [], at: 5, "caller 9 has made it begin") }
    try node.request("/b", 4, [.fetch(2, "/b", from: "b1")], at: 6, "/b is another key")
    let answers = [9, 3, 7, 1].map { Edge.Action.answer($0, body: "v1", age: 20) }
    try node.responded(1, page, answers, at: 20, "in the order in which they came")
    try node.responded(2, page, [.answer(4, body: "v1", age: 16)], at: 22, "/b has its own")
    let stale = Edge.Response("v2", age: 5, lifetime: 0)
    try node.request("/c", 5, [.fetch(3, "/c", from: "c1")], at: 30, "nothing is stored")
    try node.request("/c", 6, [], at: 30, "caller 5 has made it begin")
    let two = [5, 6].map { Edge.Action.answer($0, body: "v2", age: 5) }
    try node.responded(3, stale, two, at: 30, "stale already, but it is what they asked for")
    try node.request("/c", 8, [.fetch(4, "/c", from: "c1")], at: 30, "it was never fresh")
  }

  // RFC 5861 §3.1: fresh for 600 s, and served for 30 s more; §3: one asynchronous revalidation
  @Test func `stale while revalidate serves, and begins one refresh`() throws {
    var node = try newNode()
    let both = Edge.Response("v1", lifetime: 600_000, staleWhileRevalidate: 30_000)
    try node.store("/a", both, by: 1, at: 0)
    try node.request("/a", 2, [.answer(2, body: "v1", age: 599_999)], at: 599_999, "it is fresh")
    let served = Edge.Action.answer(3, body: "v1", age: 600_000)
    try node.request("/a", 3, [served, .fetch(2, "/a", from: "a1")], at: 600_000, "stale, and allowed")
    for (caller, now) in [(4, 600_000), (5, 629_999)] as [(Int, Int64)] {
      try node.request("/a", caller, [.answer(caller, body: "v1", age: now)], at: now, "it runs already")
    }
    try node.request("/a", 6, [], at: 630_000, "too old: it waits for the refresh")
    let new = Edge.Response("v2", lifetime: 600_000, staleWhileRevalidate: 30_000)
    try node.responded(2, new, [.answer(6, body: "v2", age: 31_000)], at: 631_000, "who waits gets it")
    try node.request("/a", 7, [.answer(7, body: "v2", age: 599_999)], at: 1_199_999, "since the question")
    let again = [Edge.Action.answer(8, body: "v2", age: 600_000), .fetch(3, "/a", from: "a1")]
    try node.request("/a", 8, again, at: 1_200_000, "the next refresh")
    try node.responded(3, new, [], at: 1_200_010, "nobody waits")
  }

  // RFC 9111 §4: a response that cannot be used for the others; Varnish #1799, #2978
  @Test func `what is not shared is for one alone`() throws {
    var node = try newNode()
    try node.request("/a", 5, [.fetch(1, "/a", from: "a1")], at: 0, "nothing is stored")
    for caller in [2, 8] { try node.request("/a", caller, [], at: 1, "caller 5 has made it begin") }
    let mine = Edge.Action.answer(5, body: "for one", age: 10)
    let alone = [mine, .fetch(2, "/a", from: "a1"), .fetch(3, "/a", from: "a1")]
    try node.responded(1, secret, alone, at: 10, "the others ask for themselves, at once")
    try node.request("/a", 9, [.fetch(4, "/a", from: "a1")], at: 11, "nobody waits for 2 and 3")
    try node.request("/a", 6, [], at: 11, "4 is common")
    try node.responded(3, secret, [.answer(8, body: "for one", age: 2)], at: 12, "3 is caller 8's")
    try node.request("/a", 4, [], at: 12, "4 is under way still")
    try node.responded(2, page, [.answer(2, body: "v1", age: 3)], at: 13, "2 is caller 2's")
    try node.request("/a", 7, [.answer(7, body: "v1", age: 4)], at: 14, "but what can be shared is kept")
    let two = [5, 6].map { Edge.Action.fetch($0, "/a", from: "a1") }
    try node.responded(4, secret, [.answer(9, body: "for one", age: 4)] + two, at: 15, "6 and 4 ask")
    try node.request("/a", 3, [.answer(3, body: "v1", age: 6)], at: 16, "v1 is stored still")
  }

  // Our rule: the store keeps what it has
  @Test func `what is not shared leaves the store as it is`() throws {
    var node = try newNode()
    let both = Edge.Response("v1", lifetime: 1_000, staleWhileRevalidate: 1_000)
    try node.store("/a", both, by: 1, at: 0)
    let served = Edge.Action.answer(2, body: "v1", age: 1_000)
    try node.request("/a", 2, [served, .fetch(2, "/a", from: "a1")], at: 1_000, "a refresh for nobody")
    for caller in [4, 3] { try node.request("/a", caller, [], at: 2_000, "it is too old") }
    let alone = [Edge.Action.fetch(3, "/a", from: "a1"), .fetch(4, "/a", from: "a1")]
    try node.responded(2, secret, alone, at: 2_001, "the one whom it is for was answered before")
    try node.failed(3, [.fetch(5, "/a", from: "a2")], at: 2_002, "caller 4 still waits")
    try node.responded(
      5, secret, [.answer(4, body: "for one", age: 5)], at: 2_007, "its age counts as always")
    let rest = [Edge.Action.fetch(6, "/a", from: "a2")]
    try node.failed(4, rest, at: 2_008, "caller 3 has its own fetch")
  }

  // Our rule: a dead parent is asked once; RFC 9110 §15.6.5: 504
  @Test func `after a failure the next parent is asked`() throws {
    var node = try newNode()
    try node.request("/a", 2, [.fetch(1, "/a", from: "a1")], at: 0, "nothing is stored")
    try node.failed(1, [.fetch(2, "/a", from: "a2")], at: 10, "the second one")
    try node.request("/a", 1, [], at: 11, "the fetch goes on")
    try node.failed(2, [.fetch(3, "/a", from: "a3")], at: 20, "the third one")
    try node.failed(3, [.gatewayTimeout(2), .gatewayTimeout(1)], at: 30, "there is none left")
    try node.request("/a", 3, [.fetch(4, "/a", from: "a1")], at: 31, "a new fetch begins with the first")
    try node.failed(4, [.fetch(5, "/a", from: "a2")], at: 40, "the second one")
    try node.request("/a", 4, [], at: 41, "the fetch goes on")
    let answers = [Edge.Action.answer(3, body: "for one", age: 5), .fetch(6, "/a", from: "a2")]
    try node.responded(5, secret, answers, at: 45, "a1 has failed; and the age counts from this question")
    try node.failed(6, [.fetch(7, "/a", from: "a3")], at: 50, "alone, but with the same parents")
    try node.failed(7, [.gatewayTimeout(4)], at: 55, "there is none left")
    try node.request("/a", 5, [.fetch(8, "/a", from: "a1")], at: 56, "nothing is under way")
  }

  // RFC 5861 §4.1: fresh for 600 s, and for 1,200 s more if there is an error
  @Test func `stale if error answers those who wait, and the fetch goes on`() throws {
    let both = Edge.Response("v1", lifetime: 600_000, staleIfError: 1_200_000)
    var node = try newNode()
    try node.store("/a", both, by: 1, at: 0)
    try node.request("/a", 4, [.fetch(2, "/a", from: "a1")], at: 600_000, "stale, and nothing has failed")
    try node.request("/a", 3, [], at: 600_000, "they wait")
    let stale = [4, 3].map { Edge.Action.answer($0, body: "v1", age: 1_799_999) }
    try node.failed(2, stale + [.fetch(3, "/a", from: "a2")], at: 1_799_999, "allowed, for 1,200 s")
    try node.request("/a", 6, [], at: 1_800_000, "it waits for 3")
    try node.failed(3, [.fetch(4, "/a", from: "a3")], at: 1_800_000, "too old for caller 6")
    try node.responded(4, page, [.answer(6, body: "v1", age: 5)], at: 1_800_005, "a3 has it")
    try node.request("/a", 7, [.answer(7, body: "v1", age: 6)], at: 1_800_006, "it is stored")
    var other = try newNode()
    try other.store("/a", both, by: 1, at: 0)
    try other.request("/a", 2, [.fetch(2, "/a", from: "a1")], at: 700_000, "it is stale")
    let one = Edge.Action.answer(2, body: "v1", age: 700_001)
    try other.failed(2, [one, .fetch(3, "/a", from: "a2")], at: 700_001, "caller 2 is served")
    try other.failed(3, [.fetch(4, "/a", from: "a3")], at: 700_002, "nobody waits, and it goes on")
    try other.failed(4, [], at: 700_003, "over, and nobody to tell")
    try other.request("/a", 5, [.fetch(5, "/a", from: "a1")], at: 700_004, "the next fetch")
  }

  // Our rule: alone is about who waits, and about nothing else
  @Test func `a fetch alone is a fetch like others`() throws {
    var node = try newNode()
    try node.store("/a", Edge.Response("v1", lifetime: 1_000, staleIfError: 1_000), by: 1, at: 0)
    try node.request("/a", 2, [.fetch(2, "/a", from: "a1")], at: 1_000, "it is stale")
    for caller in [3, 4] { try node.request("/a", caller, [], at: 1_000, "caller 2 has made it begin") }
    let alone = [Edge.Action.fetch(3, "/a", from: "a1"), .fetch(4, "/a", from: "a1")]
    let mine = Edge.Action.answer(2, body: "for one", age: 1)
    try node.responded(2, secret, [mine] + alone, at: 1_001, "3 and 4 ask alone")
    let stale = Edge.Action.answer(3, body: "v1", age: 1_002)
    try node.failed(3, [stale, .fetch(5, "/a", from: "a2")], at: 1_002, "stale if error, and it goes on")
    try node.request("/a", 5, [.fetch(6, "/a", from: "a1")], at: 1_003, "alone still: nobody waits for 5")
    let new = Edge.Response("v2", lifetime: 1_000)
    try node.responded(6, new, [.answer(5, body: "v2", age: 1)], at: 1_004, "it is stored")
    let fresh = Edge.Action.answer(4, body: "v2", age: 2)
    try node.failed(4, [fresh, .fetch(7, "/a", from: "a2")], at: 1_005, "what is fresh may be served, too")
    try node.responded(5, page, [], at: 1_006, "nobody waits")
    try node.request("/a", 6, [.answer(6, body: "v1", age: 5)], at: 1_007, "what came last is stored")
  }

  // Our rule: a number is one question to one parent
  @Test func `a report about nothing is refused`() throws {
    var node = try newNode()
    func refuse(_ number: Int, at now: Int64, _ rule: String) throws {
      let late = Edge.Response("v9", lifetime: 99_999)
      try node.refuse(.responded(number, late), Edge.ReportError.noFetch(number), at: now, rule)
      try node.refuse(.failed(number), Edge.ReportError.noFetch(number), at: now, rule)
    }
    for number in [1, 0, -1, .max] { try refuse(number, at: 0, "nothing is under way") }
    try node.request("/a", 1, [.fetch(1, "/a", from: "a1")], at: 0, "nothing is stored")
    try node.failed(1, [.fetch(2, "/a", from: "a2")], at: 10, "the second one")
    try refuse(1, at: 11, "a1 is too late: a2 is asked now")
    try node.responded(2, page, [.answer(1, body: "v1", age: 2)], at: 12, "from a2")
    for number in [1, 2, 3] { try refuse(number, at: 13, "nothing is under way any more") }
    try node.request("/a", 2, [.answer(2, body: "v1", age: 4)], at: 14, "v1 is in the store still")
  }

  // Our rule: the ring is asked where a fetch begins
  @Test func `parents are looked up once for each common fetch`() throws {
    var node = try newNode()
    try node.request("/a", 1, [.fetch(1, "/a", from: "a1")], at: 0, "nothing is stored")
    try node.request("/a", 2, [], at: 1, "it waits")
    try node.failed(1, [.fetch(2, "/a", from: "a2")], at: 2, "the second one")
    try node.responded(
      2, secret, [.answer(1, body: "for one", age: 1), .fetch(3, "/a", from: "a2")], at: 3, "2 asks")
    try node.responded(3, page, [.answer(2, body: "v1", age: 1)], at: 4, "it can be shared")
    try node.request("/a", 3, [.answer(3, body: "v1", age: 2)], at: 5, "it is fresh")
    try node.asked(["/a"], "one common fetch has begun")
    try node.request("/none", 4, [.gatewayTimeout(4)], at: 6, "it has no parents")
    try node.refuse(.request("/broken", caller: 5), KeyParents.Failure.cut, at: 7, "its error is passed on")
    try node.request("/b", 6, [.fetch(4, "/b", from: "b1")], at: 8, "no number was used")
    try node.asked(["/a", "/none", "/broken", "/b"], "once each")
    let both = Edge.Response("v1", lifetime: 10, staleWhileRevalidate: 1_000)
    try node.request("/gone", 7, [.fetch(5, "/gone", from: "gone1")], at: 10, "nothing is stored")
    try node.responded(5, both, [.answer(7, body: "v1", age: 0)], at: 10, "it is stored")
    node.parents.cut = true
    try node.refuse(.request("/gone", caller: 8), KeyParents.Failure.cut, at: 20, "no refresh can begin")
    node.parents.cut = false
    node.parents.none = true
    try node.request("/gone", 9, [.answer(9, body: "v1", age: 11)], at: 21, "a refresh that is over at once")
  }

  // EdgeTown: ⌈time / lifetime⌉ questions for a key are the most that a shield has to ask
  @Test(arguments: 0..<8) func `a town of nodes asks the origin once a lifetime`(seed: Int) throws {
    let town = EdgeTown(seed: UInt64(seed), isShieldDead: seed % 2 == 1)
    try check("5 edges and 3 shields, 600 requests", town, returns: EdgeTown.Outcome.fine, EdgeTown.rule) {
      town in
      var nodes = try (0..<town.nodes).map { node in try EdgePipeline { try town.parents(of: node, $0) } }
      return try town.run { node, call, now in try Self.tell(&nodes[node], call, now) }
    }
  }

  /// A new node, the trail of what is done with it, and its parents.
  private func newNode() throws -> EdgeStory {
    let parents = KeyParents()
    var node = try EdgePipeline { try parents.of($0) }
    return EdgeStory(parents) { try Self.tell(&node, $0, $1) }
  }

  private static func tell(_ node: inout EdgePipeline, _ call: EdgeTown.Call, _ now: Int64) throws
    -> [Edge.Action]
  {
    switch call {
    case .request(let key, let caller): try node.request(key, by: caller, now: now)
    case .responded(let number, let response): try node.responded(number, response, now: now)
    case .failed(let number): try node.failed(number, now: now)
    }
  }
}
