import PostRoad

/// Knows which zones are delegated, and until when. Times are in seconds, from any start, and never go back.
///
/// The root is nobody's to take back: its lease has no end, and `delegate` and `confirm` do not change it.
///
/// Source: [RFC 1034 §4.2.2](https://www.rfc-editor.org/rfc/rfc1034#section-4.2.2), and "Ghost Domain Names: Revoked Yet Still
/// Resolvable", NDSS 2012.
public struct DelegationLeases: Sendable {
  // TODO: 1. What has to be known of each zone?

  /// Nobody but the root is delegated.
  public init() {}

  /// Notes a referral that came now: the servers of a zone `parent` have delegated a zone below it.
  ///
  /// The lease ends when the TTL of the parent's NS records is over, at most after `Resolver.Lifetime.maximum`, and no later than the
  /// parent's own, as it stands now: what becomes of that later, longer or shorter, changes nothing below it. It takes the place of the lease that the zone had, be it longer or shorter. Nothing changes when `zone` is not below
  /// `parent`, or when the parent has no lease that is alive.
  public mutating func delegate(_ zone: DNS.Name, from parent: DNS.Name, ttl: UInt32, now: Int) throws {
    // TODO: 2. Who may delegate what? And for how long at most?
    throw NotStarted()
  }

  /// Notes that a zone's own servers have said now how long its NS records live.
  ///
  /// That may end its lease earlier, at the end of this TTL, but never later. Who has no lease that is alive gets none.
  public mutating func confirm(_ zone: DNS.Name, ttl: UInt32, now: Int) throws {
    // TODO: 3. What may a child say about its own lease?
    throw NotStarted()
  }

  /// The seconds that are left of a zone's lease: nil for the root, which has no end, and 0 for a zone without a lease that is alive.
  public func secondsLeft(of zone: DNS.Name, now: Int) throws -> Int? {
    // TODO: 4. One zone is special, and a lease that is over is none.
    throw NotStarted()
  }

  /// The nearest zone to a name that is delegated now: of the zones that the name is within and whose lease is alive the one with the
  /// longest name; the root, when there is no other.
  public func nearest(to name: DNS.Name, now: Int) throws -> DNS.Name {
    // TODO: 5. As in 3.1, but only what is alive counts.
    throw NotStarted()
  }
}
