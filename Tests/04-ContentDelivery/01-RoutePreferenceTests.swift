import ContentDelivery
import ContentDeliverySupport
import PostRoad
import TestSupport
import Testing

@Suite struct RoutePreferenceTests {
  /// The route that AS 64500 uses of these, whatever their order.
  private func prefers(_ best: String?, of texts: [String], _ rule: String) throws {
    for candidates in [texts, texts.reversed()] {
      try check(
        "preferredRoute(among:at: 64500)", candidates.map(route), returns: best.map(route), rule
      ) { try preferredRoute(among: $0, at: 64500) }
    }
  }

  // Gao and Rexford 2001: a customer's route earns money, a provider's costs it
  @Test func `customers come before peers, peers before providers`() throws {
    let (customer, peer, provider) = ("customer 64503 64510", "peer 64502 64510", "provider 64501 64510")
    try prefers(customer, of: [peer, customer, provider], "the paths are equally long: who pays decides")
    try prefers(customer, of: [provider, customer], "the customer pays us")
    try prefers(peer, of: [provider, peer], "a peer costs nothing")
    try prefers(customer, of: [peer, customer], "the customer pays us")
  }

  // Gao and Rexford 2001: the preference comes before the path's length
  @Test func `who pays comes before the length of the path`() throws {
    let long = "64503 64504 64505 64506 64510"
    try prefers("customer \(long)", of: ["customer \(long)", "peer 64510"], "four more hops, and paid for")
    try prefers("peer \(long)", of: ["peer \(long)", "provider 64510"], "four more hops, and for free")
    try prefers(
      "customer \(long)", of: ["provider 64510", "customer \(long)"], "four more hops, and paid for")
  }

  // RFC 4271 §9.1.2.2 a): the smallest number of AS numbers in the path
  @Test func `among equals the shortest path is used`() throws {
    for kind in BGP.Neighbor.allCases {
      try prefers(
        "\(kind) 64509 64510",
        of: ["\(kind) 64501 64502 64510", "\(kind) 64509 64510", "\(kind) 64502 64503 64504 64510"],
        "two numbers are fewer than three and four; the neighbour's number does not matter yet")
    }
  }

  // RFC 4271 §9.1.2.2: an origin lengthens its path by its own number, which is how it is avoided
  @Test func `a number that is repeated counts each time`() throws {
    try prefers(
      "peer 64509 64508 64510", of: ["peer 64501 64510 64510 64510", "peer 64509 64508 64510"],
      "three numbers are fewer than four, although they are more networks")
  }

  // Our rule: the lowest neighbour
  @Test func `among paths of one length the lowest neighbour is used`() throws {
    try prefers(
      "customer 64501 64599 64510", of: ["customer 64502 64511 64510", "customer 64501 64599 64510"],
      "64501 is lower than 64502; the second number is not looked at")
    try prefers(
      "peer 9 64510", of: ["peer 10 64510", "peer 9 64510"], "9 is lower than 10: numbers, not their digits")
    try prefers(
      "provider 64501 64510", of: ["provider 4294967294 64510", "provider 64501 64510"],
      "AS numbers have 32 bits, and no sign")
  }

  // Our rule: nothing is left to decide
  @Test func `of routes that are equal in all the first is used`() throws {
    let (one, other) = ("peer 64501 64502 64510", "peer 64501 64503 64510")
    for order in [[one, other], [other, one]] {
      try check(
        "preferredRoute(among:at: 64500)", order.map(route), returns: route(order[0]),
        "two sessions with one neighbour: the first of the list"
      ) { try preferredRoute(among: $0, at: 64500) }
    }
  }

  // RFC 4271 §9.1.2: a route with an AS loop is excluded
  @Test func `a path that contains the AS itself is ignored`() throws {
    for loop in [
      "customer 64503 64500 64510", "customer 64503 64500", "customer 64500 64510", "customer 64500",
    ] {
      try prefers(
        "provider 64501 64502 64510", of: [loop, "provider 64501 64502 64510"], "64500 is in the path")
      try prefers(nil, of: [loop], "64500 is in the only path")
    }
    try check(
      "preferredRoute(among:at: 64501)", [route("peer 64502 64500 64510")],
      returns: route("peer 64502 64500 64510"), "64500 is another AS here"
    ) { try preferredRoute(among: $0, at: 64501) }
  }

  // A prefix of one's own is reached without anybody
  @Test func `the AS's own prefix comes first`() throws {
    try prefers("own", of: ["customer 1", "own", "peer 1", "provider 1"], "it is here already")
    try prefers("own", of: ["own"], "it is here already")
  }

  // Nothing to choose from is no error
  @Test func `without a usable route there is none`() throws {
    try prefers(nil, of: [], "nobody announced anything")
    try prefers(nil, of: ["customer 64501 64500", "peer 64500"], "both are loops")
  }

  // A second implementation: rank by rank, then length by length, then neighbour by neighbour
  @Test func `of many routes the one is used that a search by ranks finds`() throws {
    var random = SeededRandom(seed: 4101)
    for _ in 0..<300 {
      let candidates = (0..<Int.random(in: 0...7, using: &random)).map { _ in
        let path = (0..<Int.random(in: 1...3, using: &random)).map { _ in
          UInt32.random(in: 64498...64503, using: &random)
        }
        return BGP.Route(path, from: BGP.Neighbor.allCases[Int.random(in: 0...2, using: &random)])
      }
      try check(
        "preferredRoute(among:at: 64500)", candidates, returns: routeByRanks(candidates, at: 64500),
        "customers, peers, providers; one hop, two, three; the lowest neighbour; the first"
      ) { try preferredRoute(among: $0, at: 64500) }
    }
  }

  // Gao and Rexford 2001: the export rule, each kind with each
  @Test func `what a peer or a provider announced goes to customers alone`() throws {
    let everybody: [BGP.Neighbor] = [.customer, .peer, .provider]
    for (text, allowed) in [
      ("own", everybody), ("customer 64501 64510", everybody),
      ("peer 64501 64510", [.customer]), ("provider 64501 64510", [.customer]),
      ("customer 64501 64501 64500 64510", everybody), ("customer 64510", everybody),
      ("peer 64510", [.customer]), ("provider 64510", [.customer]),
    ] {
      for neighbor in everybody {
        try check(
          "mayAnnounce(_:to:)", (route(text), to: neighbor), returns: allowed.contains(neighbor),
          "only what earns something is for everybody; customers get all"
        ) { try mayAnnounce($0.0, to: $0.to) }
      }
    }
  }

  // RFC 9234 §5, ingress 3
  @Test func `a route from above or beside is marked for customers only`() throws {
    for (sent, neighbor, mark) in [
      (nil, .provider, 64502), (nil, .peer, 64502), (64502, .peer, 64502), (64502, .provider, 64502),
      (64511, .provider, 64511), (0, .provider, 0), (nil, .customer, nil),
    ] as [(UInt32?, BGP.Neighbor, UInt32?)] {
      try check(
        "receive(onlyToCustomer:from:numbered: 64502)", (onlyToCustomer: sent, from: neighbor), returns: mark,
        "the first mark stays; where there is none a peer's or provider's number is added, a customer's never"
      ) { try receive(onlyToCustomer: $0.onlyToCustomer, from: $0.from, numbered: 64502) }
    }
  }

  // RFC 9234 §5, ingress 1 and 2
  @Test func `a mark that comes the wrong way is a leak`() throws {
    for (sent, neighbor) in [
      (64511, .customer), (64502, .customer), (0, .customer), (64511, .peer), (0, .peer), (.max, .peer),
    ] as [(UInt32?, BGP.Neighbor)] {
      try check(
        "receive(onlyToCustomer:from:numbered: 64502)", (onlyToCustomer: sent, from: neighbor),
        throws: BGP.RouteError.leak(from: 64502),
        "customers have nothing that is for customers only, and peers only what they marked themselves"
      ) { try receive(onlyToCustomer: $0.onlyToCustomer, from: $0.from, numbered: 64502) }
    }
  }
}
