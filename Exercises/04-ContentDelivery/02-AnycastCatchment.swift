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
  // TODO: 1. Know the neighbours of each AS, and what they are to it. A link has two ends.
  // TODO: 2. Let all ASes choose again until nobody chooses otherwise.
  throw NotStarted()
}

// TODO: 3. What each AS chooses of what its neighbours announce now.

/// Which site answers each AS: the origin of the route that it uses. The ASes of one site are the site's *catchment*.
///
/// - Returns: for each AS that has a route the number of its site; a site answers itself.
public func catchments(of sites: Set<UInt32>, over links: [BGP.Link]) throws -> [UInt32: UInt32] {
  // TODO: 4. The path says where it ends; at a site there is no path.
  throw NotStarted()
}

/// What changes when a site stops announcing the prefix. Its AS stays where it is, with all its links.
///
/// - Returns: `moved` and `dark` for those that the site answered, its own AS among them; `shifted` for those of other
///   sites that another one answers now.
/// - Throws: `BGP.SiteError.notAnnounced(by:)` when `site` is not one of `sites`.
public func withdraw(
  _ site: UInt32, from sites: Set<UInt32>, over links: [BGP.Link]
) throws -> BGP.Withdrawal {
  // TODO: 5. Nobody can stop what has not begun.
  // TODO: 6. Compare before and after, also for those that the site did not answer.
  throw NotStarted()
}
