import PostRoad

/// The route that each AS comes to use for an anycast prefix, once nothing changes any more.
///
/// Each site announces the prefix from an AS of its own. Each AS uses the route that `preferredRoute` gives it, of its
/// own and of those that its neighbours announce; a neighbour announces the route that it uses itself, where
/// `mayAnnounce` allows that, with its own number put before the path.
///
/// Source: Gao, Rexford: "Stable Internet Routing Without Global Coordination", 2001: such routes exist, and there is one
/// state in which nothing changes. [RFC 6382](https://www.rfc-editor.org/rfc/rfc6382) for an AS of its own at each site.
///
/// - Parameters:
///   - sites: the AS numbers of the sites.
///   - links: any number of links, in any order. Two ASes have one link at most, and no AS is its own provider, over one
///     link or several.
/// - Returns: the route of each AS that has one, by its number. An AS without a route is not in it; a site always is,
///   even one without a link.
public func routes(to sites: Set<UInt32>, over links: [BGP.Link]) throws -> [UInt32: BGP.Route] {
  // <write>
  // 1. Know the neighbours of each AS, and what they are to it. A link has two ends.
  var neighbors: [UInt32: [(number: UInt32, kind: BGP.Neighbor)]] = [:]
  for site in sites { neighbors[site] = [] }
  for link in links {
    switch link {
    case .transit(let provider, let customer):
      neighbors[provider, default: []].append((customer, .customer))
      neighbors[customer, default: []].append((provider, .provider))
    case .peering(let one, let other):
      neighbors[one, default: []].append((other, .peer))
      neighbors[other, default: []].append((one, .peer))
    }
  }
  // 2. Let all ASes choose again until nobody chooses otherwise.
  var chosen: [UInt32: BGP.Route] = [:]
  while true {
    let next = try choices(neighbors, sites, chosen)
    if next == chosen { return chosen }
    chosen = next
  }
  // </write>
}

// <declare>
// 3. What each AS chooses of what its neighbours announce now.
private func choices(
  _ neighbors: [UInt32: [(number: UInt32, kind: BGP.Neighbor)]], _ sites: Set<UInt32>,
  _ chosen: [UInt32: BGP.Route]
) throws -> [UInt32: BGP.Route] {
  var next: [UInt32: BGP.Route] = [:]
  for (asNumber, around) in neighbors {
    var candidates: [BGP.Route] = sites.contains(asNumber) ? [.own] : []
    for neighbor in around {
      guard let route = chosen[neighbor.number], try mayAnnounce(route, to: opposite(neighbor.kind)) else {
        continue
      }
      candidates.append(BGP.Route([neighbor.number] + route.path, from: neighbor.kind))
    }
    next[asNumber] = try preferredRoute(among: candidates, at: asNumber)
  }
  return next
}

/// What an AS is to the neighbour that is this to it.
private func opposite(_ kind: BGP.Neighbor) -> BGP.Neighbor {
  switch kind {
  case .customer: .provider
  case .peer: .peer
  case .provider: .customer
  }
}
// </declare>

/// Which site answers each AS: the origin of the route that it uses. The ASes of one site are the site's *catchment*.
///
/// - Returns: for each AS that has a route the number of its site; a site answers itself.
public func catchments(of sites: Set<UInt32>, over links: [BGP.Link]) throws -> [UInt32: UInt32] {
  // <write>
  // 4. The path says where it ends; at a site there is no path.
  var answers: [UInt32: UInt32] = [:]
  for (asNumber, route) in try routes(to: sites, over: links) {
    answers[asNumber] = route.path.last ?? asNumber
  }
  return answers
  // </write>
}

/// What changes when a site stops announcing the prefix. Its AS stays where it is, with all its links.
///
/// - Returns: `moved` and `dark` for those that the site answered, its own AS among them; `shifted` for those of other
///   sites that another one answers now.
/// - Throws: `BGP.SiteError.notAnnounced(by:)` when `site` is not one of `sites`.
public func withdraw(
  _ site: UInt32, from sites: Set<UInt32>, over links: [BGP.Link]
) throws -> BGP.Withdrawal {
  // <write>
  // 5. Nobody can stop what has not begun.
  guard sites.contains(site) else { throw BGP.SiteError.notAnnounced(by: site) }
  // 6. Compare before and after, also for those that the site did not answer.
  let after = try catchments(of: sites.subtracting([site]), over: links)
  var withdrawal = BGP.Withdrawal()
  for (asNumber, before) in try catchments(of: sites, over: links) {
    switch (before, after[asNumber]) {
    case (site, let now?): withdrawal.moved[asNumber] = now
    case (_, nil): withdrawal.dark.insert(asNumber)
    case (let before, let now?) where now != before: withdrawal.shifted[asNumber] = now
    default: break
    }
  }
  return withdrawal
  // </write>
}
