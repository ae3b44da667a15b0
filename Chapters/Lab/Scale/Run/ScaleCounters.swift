/// What a run counts. Shards are added.
package struct ScaleCounters: Hashable, Sendable {
  package var requests = 0
  /// Lookups that a resolver had to ask the authority for.
  package var resolverMisses = 0
  package var popHits = 0
  /// Requests at a POP for what it is fetching already.
  package var popWaits = 0
  package var popMisses = 0
  package var shieldHits = 0
  package var shieldWaits = 0
  package var shieldMisses = 0
  /// In the hour after noon: at POPs of the region that falls, and at those whose clients change, as if nothing happened …
  package var noonRequests = 0
  package var noonMisses = 0
  /// … and with what moves.
  package var fallRequests = 0
  package var fallMisses = 0

  package init() {}

  /// Names as they are in files.
  package static let names: [(name: String, path: WritableKeyPath<ScaleCounters, Int> & Sendable)] = [
    ("requests", \.requests), ("resolverMisses", \.resolverMisses), ("popHits", \.popHits),
    ("popWaits", \.popWaits), ("popMisses", \.popMisses), ("shieldHits", \.shieldHits),
    ("shieldWaits", \.shieldWaits), ("shieldMisses", \.shieldMisses), ("noonRequests", \.noonRequests),
    ("noonMisses", \.noonMisses), ("fallRequests", \.fallRequests), ("fallMisses", \.fallMisses),
  ]

  package static func += (one: inout ScaleCounters, other: ScaleCounters) {
    for (_, path) in names { one[keyPath: path] += other[keyPath: path] }
  }
}
