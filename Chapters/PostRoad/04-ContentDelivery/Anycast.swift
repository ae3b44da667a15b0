/// The vocabulary of the roads between networks: what an autonomous system (AS) knows of its neighbours and of a route.
///
/// Source: [RFC 4271](https://www.rfc-editor.org/rfc/rfc4271); Gao, Rexford: "Stable Internet Routing Without Global
/// Coordination", IEEE/ACM Transactions on Networking, 2001.
public enum BGP {
  /// What a neighbour is to the AS that speaks of it.
  public enum Neighbor: Hashable, Sendable, CaseIterable {
    /// It pays us.
    case customer
    /// Nobody pays.
    case peer
    /// We pay it.
    case provider
  }

  /// A route to the one prefix that is spoken of, as an AS has it.
  public struct Route: Hashable, Sendable, CustomStringConvertible {
    /// The AS numbers on the way: the neighbour it came from first, the origin last. Empty for the AS's own prefix, and
    /// for no other route. A number may stand in it several times: an origin that wants to be avoided *prepends* its own.
    public let path: [UInt32]
    /// What the neighbour it came from is to the AS; nil for the AS's own prefix.
    public let learnedFrom: Neighbor?

    private init(path: [UInt32], learnedFrom: Neighbor?) {
      self.path = path
      self.learnedFrom = learnedFrom
    }

    /// The route to the AS's own prefix.
    public static let own = Route(path: [], learnedFrom: nil)

    /// A route that a neighbour announced: `path` has one number at least, the neighbour's own.
    public init(_ path: [UInt32], from neighbor: Neighbor) {
      precondition(!path.isEmpty, "a neighbour's route has the neighbour in its path")
      self.init(path: path, learnedFrom: neighbor)
    }

    /// `customer 64501 64510`, or `own`.
    public var description: String {
      guard let learnedFrom else { return "own" }
      return "\(learnedFrom) \(path.map(String.init).joined(separator: " "))"
    }
  }

  /// Why a route that a neighbour announced is not to be used at all.
  public enum RouteError: Error, Hashable, Sendable {
    /// This neighbour passed on what was for customers only.
    case leak(from: UInt32)
  }

  /// A link between two ASes.
  public enum Link: Hashable, Sendable, CustomStringConvertible {
    /// The customer pays the provider.
    case transit(provider: UInt32, customer: UInt32)
    /// Nobody pays.
    case peering(UInt32, UInt32)

    /// `64504>64505`, the provider first, or `64504-64503`.
    public var description: String {
      switch self {
      case .transit(let provider, let customer): "\(provider)>\(customer)"
      case .peering(let one, let other): "\(one)-\(other)"
      }
    }
  }

  /// What becomes of the clients when one site of an anycast prefix stops announcing it.
  public struct Withdrawal: Hashable, Sendable {
    /// The ASes that the site answered and another one answers now, each with that one.
    public var moved: [UInt32: UInt32]
    /// The ASes that the site answered and nobody answers now.
    public var dark: Set<UInt32>
    /// The ASes that another site answered all the time and a third one answers now, each with that one.
    public var shifted: [UInt32: UInt32]

    public init(moved: [UInt32: UInt32] = [:], dark: Set<UInt32> = [], shifted: [UInt32: UInt32] = [:]) {
      self.moved = moved
      self.dark = dark
      self.shifted = shifted
    }
  }

  /// Why a site cannot be withdrawn.
  public enum SiteError: Error, Hashable, Sendable {
    /// This AS does not announce the prefix.
    case notAnnounced(by: UInt32)
  }
}
