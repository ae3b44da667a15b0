import PostRoad

/// A second implementation of the routes of a whole graph: three sweeps instead of a repeated choice.
///
/// A customer's route beats all others, so those are found first, layer by layer upwards. What peers announce is such a route,
/// which settles the second sweep. Everything else comes down from providers, the short paths before the long ones.
public func routesByPhases(to sites: Set<UInt32>, over links: [BGP.Link]) -> [UInt32: BGP.Route] {
  var found: [UInt32: BGP.Route] = [:]
  for site in sites { found[site] = .own }

  func spread(_ kind: BGP.Neighbor, fromOwnAndCustomersOnly: Bool) {
    // No path is longer than there are ASes.
    for length in 0...(2 * links.count) {
      var heard: [UInt32: UInt32] = [:]
      for (speaker, listener) in ends(of: links, speakerIs: kind) where found[listener] == nil {
        guard let route = found[speaker], route.path.count == length else { continue }
        if fromOwnAndCustomersOnly, route.learnedFrom == .peer || route.learnedFrom == .provider { continue }
        heard[listener] = min(speaker, heard[listener] ?? .max)
      }
      for (listener, speaker) in heard {
        found[listener] = BGP.Route([speaker] + (found[speaker]?.path ?? []), from: kind)
      }
    }
  }
  spread(.customer, fromOwnAndCustomersOnly: true)
  spread(.peer, fromOwnAndCustomersOnly: true)
  spread(.provider, fromOwnAndCustomersOnly: false)
  return found
}

/// The two ends of each link on which the speaker is this to the listener.
private func ends(of links: [BGP.Link], speakerIs kind: BGP.Neighbor) -> [(speaker: UInt32, listener: UInt32)]
{
  links.flatMap { link -> [(speaker: UInt32, listener: UInt32)] in
    switch (link, kind) {
    case (.transit(let provider, let customer), .customer): [(customer, provider)]
    case (.transit(let provider, let customer), .provider): [(provider, customer)]
    case (.peering(let one, let other), .peer): [(one, other), (other, one)]
    default: []
    }
  }
}

/// What a withdrawal changes, by two such tables. An AS of another site never goes dark: `dark` is looked for among the withdrawn
/// site's alone.
public func withdrawalByPhases(
  of site: UInt32, from sites: Set<UInt32>, over links: [BGP.Link]
) -> BGP.Withdrawal {
  let after = routesByPhases(to: sites.filter { $0 != site }, over: links)
  var result = BGP.Withdrawal()
  for (number, route) in routesByPhases(to: sites, over: links) {
    let before = route.path.last ?? number
    let now = after[number].map { $0.path.last ?? number }
    if before == site {
      if let now { result.moved[number] = now } else { result.dark.insert(number) }
    } else if let now, now != before {
      result.shifted[number] = now
    }
  }
  return result
}
