import PostRoad

/// The route that an AS uses, of all it has for one prefix.
///
/// A route whose path contains the AS itself is a loop, and is ignored. Of the others these rules decide, each where
/// those before it leave several:
///
/// 1. The AS's own prefix; after it a route from a customer, then from a peer, then from a provider.
/// 2. The shortest path. Each number in it counts, a repeated one too.
/// 3. The lowest AS number of the neighbour, the first in the path.
/// 4. The first in `candidates`.
///
/// Source: Gao, Rexford: "Stable Internet Routing Without Global Coordination", 2001; [RFC 4271
/// §9.1.2](https://www.rfc-editor.org/rfc/rfc4271#section-9.1.2) for loops and the path's length. That the neighbour's
/// number breaks the tie is our rule.
///
/// - Parameters:
///   - candidates: the AS's own route, if it has one, and what its neighbours announced, in any order.
///   - asNumber: the number of the AS that chooses.
/// - Returns: the route, as it is in `candidates`; nil where none is left.
public func preferredRoute(among candidates: [BGP.Route], at asNumber: UInt32) throws -> BGP.Route? {
  // <write>
  // 1. A path must not come back to where it already was.
  let usable = candidates.filter { !$0.path.contains(asNumber) }
  // 2. Compare by the rules, in their order. Equal ones keep their order.
  return usable.min { isPreferred($0, over: $1) }
  // </write>
}

// <declare>
// 3. Say how much an AS earns by each kind of route.
private func rank(_ route: BGP.Route) -> Int {
  switch route.learnedFrom {
  case nil: 0
  case .customer: 1
  case .peer: 2
  case .provider: 3
  }
}

private func isPreferred(_ one: BGP.Route, over other: BGP.Route) -> Bool {
  (rank(one), one.path.count, one.path.first ?? 0) < (rank(other), other.path.count, other.path.first ?? 0)
}
// </declare>

/// Whether an AS may announce the route it uses to a neighbour.
///
/// Its own prefix and what it learned from customers go to everybody; what it learned from a peer or a provider goes to
/// customers alone. An AS that does not keep to it leaks: it carries strangers' traffic, and nobody pays for it.
///
/// Source: Gao, Rexford, 2001; [RFC 7908 §3](https://www.rfc-editor.org/rfc/rfc7908#section-3) for the leaks.
///
/// - Parameters:
///   - route: the route that is in use. Its path is not looked at.
///   - neighbor: what the neighbour is to the AS.
public func mayAnnounce(_ route: BGP.Route, to neighbor: BGP.Neighbor) throws -> Bool {
  // <write>
  // 4. Somebody has to pay: the neighbour that hears of the route, or the one it came from.
  return neighbor == .customer || route.learnedFrom == nil || route.learnedFrom == .customer
  // </write>
}

/// Receives a route's *Only to Customer* attribute (OTC), which makes a leak visible to the AS after it: the number of
/// the AS from which on the route may go to customers alone.
///
/// Source: [RFC 9234 §5](https://www.rfc-editor.org/rfc/rfc9234#section-5), the ingress procedure.
///
/// - Parameters:
///   - onlyToCustomer: the attribute as the neighbour sent it; nil where it sent none.
///   - neighbor: what the neighbour is to the AS.
///   - neighborNumber: the neighbour's AS number.
/// - Returns: the attribute that the route has from here on. From a customer it is nil. From a peer or a provider it is
///   the one that was sent, and where none was, the neighbour's number.
/// - Throws: `BGP.RouteError.leak(from:)` with the neighbour's number, when a customer sends any OTC, or a peer one that
///   is not the peer's own number.
public func receive(
  onlyToCustomer: UInt32?, from neighbor: BGP.Neighbor, numbered neighborNumber: UInt32
) throws -> UInt32? {
  // <write>
  // 5. A customer has no provider's or peer's route to announce, and a peer only such as begin with it.
  let isLeak =
    switch neighbor {
    case .customer: onlyToCustomer != nil
    case .peer: onlyToCustomer != nil && onlyToCustomer != neighborNumber
    case .provider: false
    }
  guard !isLeak else { throw BGP.RouteError.leak(from: neighborNumber) }
  // 6. Mark what came down or across, where nobody has marked it.
  return neighbor == .customer ? nil : onlyToCustomer ?? neighborNumber
  // </write>
}
