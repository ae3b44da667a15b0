import DNSResolution
import DNSResolutionSupport
import PostRoad
import TestSupport
import Testing

@Suite struct WorkBudgetTests {
  // CVE-2020-8616: a limit on the fetches of one question
  @Test func `queries are counted, whatever they are for`() throws {
    var story = try Story(queries: 5)
    try story.begin("www.example")
    try story.sends("www.example A to 1", "the question")
    try story.sends("www.example A to 1 over tcp", "TCP is a query more")
    try story.sends("www.example A to 1", "and so is a retry")
    try story.sends("ns.test A to 2", "the search for a server is no present")
    try story.sends("ns.test AAAA to 2", "nor is its second type")
    for _ in 1...2 { try story.isSpent("www.example A to 3", "five of five, and it stays so") }
  }

  // The specification above WorkLedger
  @Test func `a budget of nothing lets nothing through`() throws {
    for queries in [0, -1, Int.min] {
      var story = try Story(queries: queries)
      try story.begin("www.example")
      try story.isSpent("www.example A to 1", "a limit of \(queries)")
    }
    for lookups in [0, -1, Int.min] {
      var story = try Story(lookups: lookups)
      try story.begin("www.example")
      try story.sends("www.example A to 1", "the question is no look-up")
      try story.isRefused("ns.test A to 1", "no name of a server may be looked up")
    }
    var story = try Story(queries: .max, lookups: .max)
    try story.sends("ns.test A to 1", "the largest limits there are")
  }

  // RFC 1034 §3.6.2: an alias is the same question under another name
  @Test func `an alias brings nothing back`() throws {
    var story = try Story(queries: 5, lookups: 1)
    try story.begin("www.example")
    try story.sends("www.example A to 1", "the question")
    try story.sends("ns.one A to 1", "the only look-up")
    try story.begin("a.test")
    try story.isRefused("ns.two A to 1", "the look-up is spent")
    try story.sends("WWW.example AAAA to 1", "the first name is searched for, still")
    try story.begin("ns.one")
    try story.isRefused("ns.two A to 1", "also when the name that was looked up is searched for itself")
    try story.sends("a.test A to 1", "the fourth query")
    try story.sends("ns.one A to 1", "the fifth")
    try story.isSpent("ns.one A to 2", "five of five")
  }

  // NXNSAttack: names of servers without an address
  @Test func `names are counted once, and no more of them are looked up`() throws {
    var story = try Story(lookups: 2)
    try story.begin("www.example")
    try story.sends("ns.one A to 1", "the first name")
    try story.sends("NS.One AAAA to 2", "still the first name")
    try story.sends("ns.two A to 1", "the second")
    try story.isRefused("ns.three A to 1", "a third one")
    try story.isRefused("ns.three AAAA to 3", "whatever the type, and whoever is asked")
    try story.sends("ns.one A to 4 over tcp", "the names that are counted already may be asked for")
    try story.sends("ns.two AAAA to 3", "both of them")
    try story.sends("WWW.example AAAA to 1", "and what is searched for, of any type")
  }

  // RFC 9520 §3.1
  @Test func `the same query is sent three times`() throws {
    var story = try Story()
    try story.begin("www.example")
    for _ in 1...3 { try story.sends("www.example A to 1", "one, and two more") }
    try story.isRefused("WWW.EXAMPLE A to 1", "a fourth one, in other letters")
    for other in ["A to 2", "AAAA to 1", "A to 2001:db8::1"] {
      for _ in 1...3 { try story.sends("www.example \(other)", "another server, or another question") }
      try story.isRefused("www.example \(other)", "three for each")
    }
    for _ in 1...3 { try story.sends("www.example A to 1 over tcp", "another transport") }
    try story.isRefused("www.example A to 1 over tcp", "three for each")
    for _ in 1...3 { try story.sends("www.example A to 1", "another class", class: .chaos) }
    try story.isRefused("www.example A to 1", "three for each", class: .chaos)
    for _ in 1...3 { try story.sends("ns.test A to 1", "the name of a server") }
    try story.isRefused("ns.test A to 1", "three for each")
  }

  // The specification above admit
  @Test func `what is refused leaves no trace`() throws {
    var story = try Story(queries: 5, lookups: 0)
    for _ in 1...4 { try story.isRefused("www.example A to 1", "a look-up too many") }
    try story.begin("www.example")
    for _ in 1...3 { try story.sends("www.example A to 1", "it was not sent before") }
    for _ in 1...4 { try story.isRefused("www.example A to 1", "the fourth") }
    try story.sends("www.example A to 2", "the fourth query that is counted")
    try story.sends("www.example A to 2", "and the fifth")
    try story.isSpent("www.example A to 1", "the budget is asked first")
    try story.isSpent("ns.test A to 1", "also for a look-up too many")
  }

  private func resolve(
    _ network: String, queries: Int = 50, lookups: Int = 10, returns expected: String, asking wanted: String,
    _ rule: String
  ) throws {
    let root = Resolver.Delegation(zone: .root, addresses: [address("198.51.100.1")])
    let list = wanted.split(separator: ", ").map { "198.51.100.\($0.replacing(" A", with: ". A"))" }
    try checkConversation(
      "resolveWithinBudget(www.example. A), \(queries) queries, \(lookups) lookups", in: network,
      returns: expected, asking: list.joined(separator: "\n"), rule
    ) { exchange in
      let budget = Resolver.Budget(queries: queries, lookups: lookups)
      return text(
        try resolveWithinBudget(question("www.example A"), from: root, budget: budget, exchange: exchange))
    }
  }

  // RFC 1034 §5.3.3, 3.8: as before, as long as the budget lasts
  @Test func `an answer costs what it costs`() throws {
    let road = [
      "1 www.example A", "3 www.example A", "1 a.test A", "2 a.test A", "1 b.example A", "3 b.example A",
    ]
    try resolve(
      aliasRoads, queries: 6, lookups: 0,
      returns:
        "NOERROR; www.example. 9 CNAME a.test.; a.test. 9 CNAME b.example.; b.example. 9 A 192.0.2.80",
      asking: road.joined(separator: ", "), "three names at two servers each, and none of them is a look-up")
    for queries in 0...5 {
      try resolve(
        aliasRoads, queries: queries, lookups: 0, returns: "throws Resolver.BudgetSpent(queries: \(queries))",
        asking: road.prefix(queries).joined(separator: ", "), "one budget for the whole chain")
    }
  }

  // 3.10 takes a ResolutionError of a look-up for the failure of one name
  @Test func `a spent budget ends the search for a server as well`() throws {
    try resolve(
      exampleRoads(["ns.one.test", "ns.two.test"]), queries: 2,
      returns: "throws Resolver.BudgetSpent(queries: 2)", asking: "1 www.example A, 1 ns.one.test A",
      "nobody else is tried")
  }

  // NXNSAttack 2020: the servers of the victim, test, pay for it
  @Test func `a referral to many names costs no more than its look-ups`() throws {
    let names = (1...20).map { "n\($0).test" }
    let network = exampleRoads(names) + "198.51.100.2 any\n  NXDOMAIN aa"
    let cost = names.prefix(10).flatMap { name in
      ["1 \(name) A", "2 \(name) A", "1 \(name) AAAA", "2 \(name) AAAA"]
    }
    try resolve(
      network, returns: "throws Resolver.ResolutionError.noServerHelped(zone: example.)",
      asking: (["1 www.example A"] + cost).joined(separator: ", "),
      "ten of twenty names, and 41 of 50 queries")
    try resolve(
      network, queries: 30, returns: "throws Resolver.BudgetSpent(queries: 30)",
      asking: (["1 www.example A"] + cost.prefix(29)).joined(separator: ", "), "whatever is spent first")
  }

  // CVE-2026-3592: one address under many names
  @Test func `one address under many names gets three queries`() throws {
    let names = ["a.test", "b.test", "c.test", "d.test", "e.test"]
    let known = names.map { "198.51.100.2 \($0) A\n  NOERROR aa\n  answer \($0). 9 A 198.51.100.9\n" }
      .joined()
    let last =
      "198.51.100.2 f.test A\n  NOERROR aa\n  answer f.test. 9 A 198.51.100.8\n198.51.100.8 any\n  NXDOMAIN aa"
    let cost = names.enumerated().flatMap { index, name in
      ["1 \(name) A", "2 \(name) A"] + (index < 3 ? ["9 www.example A"] : [])
    }
    try resolve(
      exampleRoads(names + ["f.test"]) + known + last, returns: "NXDOMAIN",
      asking: (["1 www.example A"] + cost + ["1 f.test A", "2 f.test A", "8 www.example A"]).joined(
        separator: ", "),
      ".9 is silent, and hears the question no fourth time; .8 answers")
  }

  // NXNSAttack, "delegation of delegations": every name needs twenty names
  @Test func `the whole tree has one ceiling`() throws {
    for (budget, expected) in [
      (Resolver.Budget(lookups: .max), "Resolver.BudgetSpent(queries: 50), 50 queries"),
      (Resolver.Budget(), "Resolver.ResolutionError.noServerHelped(zone: x.), 11 queries"),
      (Resolver.Budget(queries: 7, lookups: 8), "Resolver.BudgetSpent(queries: 7), 7 queries"),
    ] {
      var sent = 0
      try check(
        "resolveWithinBudget, and the queries sent",
        "every zone has twenty servers in twenty new zones, \(budget)",
        returns: expected, "without a budget these are millions of queries"
      ) { _ in
        do {
          let root = Resolver.Delegation(zone: .root, addresses: [address("198.51.100.1")])
          _ = try resolveWithinBudget(question("www.x A"), from: root, budget: budget) { query, _ in
            sent += 1
            return swampReply(to: query, sent: sent)
          }
          return "an answer"
        } catch let error as NotStarted {
          throw error
        } catch { return "\(describe(error: error)), \(sent) queries" }
      }
    }
  }
}

/// A ledger, and what was done with it. Queries are `www.example A to 1 over tcp`, to 198.51.100.1.
private struct Story {
  private var ledger: WorkLedger
  private var steps = CheckSteps()
  private var sent = 0
  private let budget: Resolver.Budget

  init(queries: Int = 50, lookups: Int = 10) throws {
    budget = Resolver.Budget(queries: queries, lookups: lookups)
    ledger = try WorkLedger(budget: budget)
    steps.note("a budget of \(queries) queries and \(lookups) look-ups")
  }

  mutating func begin(_ searched: String) throws {
    try steps.run("begin(\(searched))") { try ledger.begin(name(searched)) }
  }

  mutating func sends(_ query: String, _ rule: String, class recordClass: DNS.RecordClass = .internet) throws
  {
    sent += 1
    try admit(query, recordClass, wanted: "it is sent, the \(sent). query", rule)
  }

  mutating func isRefused(_ query: String, _ rule: String, class recordClass: DNS.RecordClass = .internet)
    throws
  {
    try admit(query, recordClass, wanted: "throws \(describe(error: Resolver.NoReply())), \(sent) sent", rule)
  }

  mutating func isSpent(_ query: String, _ rule: String) throws {
    let error = Resolver.BudgetSpent(queries: budget.queries)
    try admit(query, .internet, wanted: "throws \(describe(error: error)), \(sent) sent", rule)
  }

  private mutating func admit(
    _ query: String, _ recordClass: DNS.RecordClass, wanted: String, _ rule: String
  ) throws {
    let words = query.split(separator: " ")
    let place = words[3].contains(":") ? String(words[3]) : "198.51.100.\(words[3])"
    let server = Resolver.Server(address(place), over: words.count > 4 ? .tcp : .udp)
    let asked = DNS.Question(name: name(words[0]), type: recordType(words[1]), recordClass: recordClass)
    try steps.check("admit(\(query))", returns: wanted, rule) {
      do {
        try ledger.admit(asked, to: server)
        return "it is sent, the \(try ledger.queriesSent()). query"
      } catch let error as NotStarted {
        throw error
      } catch { return "throws \(describe(error: error)), \(try ledger.queriesSent()) sent" }
    }
  }
}
