import PostRoad

/// Sends messages, as routers do: each AS keeps what its neighbours announced last, and a queue holds who has something
/// new to tell.
public func routes(to sites: Set<UInt32>, over links: [BGP.Link]) throws -> [UInt32: BGP.Route] {
  var around: [UInt32: [UInt32: BGP.Neighbor]] = [:]
  for link in links {
    switch link {
    case .transit(let provider, let customer):
      around[provider, default: [:]][customer] = .customer
      around[customer, default: [:]][provider] = .provider
    case .peering(let one, let other):
      around[one, default: [:]][other] = .peer
      around[other, default: [:]][one] = .peer
    }
  }
  var heard: [UInt32: [UInt32: BGP.Route]] = [:]
  var best: [UInt32: BGP.Route] = [:]
  for site in sites { best[site] = .own }
  var queue = sites.sorted()
  while let speaker = queue.popLast() {
    for (listener, kindToSpeaker) in around[speaker] ?? [:] {
      let kind = around[listener]?[speaker] ?? .peer
      var news: BGP.Route?
      if let route = best[speaker], try mayAnnounce(route, to: kindToSpeaker) {
        news = BGP.Route([speaker] + route.path, from: kind)
      }
      guard heard[listener, default: [:]][speaker] != news else { continue }
      heard[listener, default: [:]][speaker] = news
      let own: [BGP.Route] = sites.contains(listener) ? [.own] : []
      let choice = try preferredRoute(among: own + (heard[listener] ?? [:]).map(\.value), at: listener)
      guard choice != best[listener] else { continue }
      best[listener] = choice
      queue.insert(listener, at: 0)
    }
  }
  return best
}

public func catchments(of sites: Set<UInt32>, over links: [BGP.Link]) throws -> [UInt32: UInt32] {
  var answers = Dictionary(uniqueKeysWithValues: sites.map { ($0, $0) })
  for (number, route) in try routes(to: sites, over: links) {
    if let origin = route.path.last { answers[number] = origin }
  }
  return answers
}

public func withdraw(
  _ site: UInt32, from sites: Set<UInt32>, over links: [BGP.Link]
) throws -> BGP.Withdrawal {
  if !sites.contains(site) { throw BGP.SiteError.notAnnounced(by: site) }
  let before = try catchments(of: sites, over: links)
  let after = try catchments(of: sites.filter { $0 != site }, over: links)
  let own = before.filter { $0.value == site }.keys
  return BGP.Withdrawal(
    moved: after.filter { own.contains($0.key) },
    dark: Set(own.filter { after[$0] == nil }),
    shifted: after.filter { !own.contains($0.key) && before[$0.key] != $0.value })
}
