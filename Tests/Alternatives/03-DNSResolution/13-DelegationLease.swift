import PostRoad

/// Keeps a tree-like list of leases with their start and length, and looks up the names of a path one by one.
public struct DelegationLeases: Sendable {
  private struct Lease {
    var zone: DNS.Name
    var start: Int
    var seconds: Int
  }
  private var leases: [Lease] = []

  public init() {}

  public mutating func delegate(_ zone: DNS.Name, from parent: DNS.Name, ttl: UInt32, now: Int) throws {
    let isBelow = try zone.labels.count > parent.labels.count && zone.isWithin(parent)
    if !isBelow { return }
    var seconds = min(Int(ttl), Int(Resolver.Lifetime.maximum))
    if parent != .root {
      let rest = remaining(parent, now)
      if rest == 0 { return }
      seconds = min(seconds, rest)
    }
    leases = leases.filter { $0.zone != zone } + [Lease(zone: zone, start: now, seconds: seconds)]
  }

  public mutating func confirm(_ zone: DNS.Name, ttl: UInt32, now: Int) throws {
    let rest = remaining(zone, now)
    guard rest > Int(ttl), let index = leases.firstIndex(where: { $0.zone == zone }) else { return }
    leases[index] = Lease(zone: zone, start: now, seconds: Int(ttl))
  }

  public func secondsLeft(of zone: DNS.Name, now: Int) throws -> Int? {
    zone.labels.isEmpty ? nil : remaining(zone, now)
  }

  public func nearest(to name: DNS.Name, now: Int) throws -> DNS.Name {
    var path = name.labels[...]
    while !path.isEmpty {
      let zone = DNS.Name(labels: Array(path))
      if remaining(zone, now) > 0 { return zone }
      path = path.dropFirst()
    }
    return .root
  }

  private func remaining(_ zone: DNS.Name, _ now: Int) -> Int {
    leases.first { $0.zone == zone }.map { max(0, $0.start + $0.seconds - now) } ?? 0
  }
}
