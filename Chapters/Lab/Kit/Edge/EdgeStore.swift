import ContentDelivery
import PostRoad

/// The stored responses by key, within a number of octets: the least recently used key goes first (exercise 4.23).
struct EdgeStore {
  /// What a response costs beside its text and body: a guess at what the arrays and dictionaries need.
  static let allowance = 512

  private var lists: [String: [HTTP.StoredResponse]] = [:]
  /// The same as the decisions are shown them.
  private var briefs: [String: [HTTP.StoredResponse]] = [:]
  private let policy: EdgePolicy
  private var order: LRUStore<String>
  /// The key that was used last: to use it again changes nothing.
  private var lastUsed: String?
  private var recent = RecentHits()

  init(capacity: Int, policy: EdgePolicy) throws {
    order = try LRUStore(capacity: capacity)
    self.policy = policy
  }

  /// The stored responses of a key.
  func list(_ key: String) -> [HTTP.StoredResponse] { lists[key] ?? [] }

  /// What they say to this cache, in the same order (`EdgePolicy.brief`).
  func shown(_ key: String) -> [HTTP.StoredResponse] { briefs[key] ?? [] }

  /// Notes that a key was used.
  mutating func use(_ key: String) throws {
    guard key != lastUsed else { return }
    _ = try order.use(key)
    lastUsed = key
  }

  /// What was answered to this request in this second, if nothing that is stored has changed since. Its key is used.
  mutating func answer(to number: Int, now: Int) throws -> HTTP.Response? {
    guard let (key, response) = recent.answer(to: number, now: now) else { return nil }
    try use(key)
    return response
  }

  /// Notes a hit, which the next one like it may have as well.
  mutating func remember(_ response: HTTP.Response, of key: String, to number: Int, now: Int) {
    recent.remember(response, of: key, to: number, now: now)
  }

  /// Puts a list in the place of a key's. One that is too large for the whole store is not kept, and neither is what it replaces.
  ///
  /// - Returns: whether it was kept.
  mutating func replace(_ key: String, with list: [HTTP.StoredResponse]) throws -> Bool {
    guard !list.isEmpty else {
      try remove(key)
      return false
    }
    changed()
    do {
      for gone in try order.insert(key, size: list.reduce(0) { $0 + Self.size($1) }) {
        lists[gone] = nil
        briefs[gone] = nil
      }
      briefs[key] = try list.map(policy.brief)
      lists[key] = list
      return true
    } catch is Eviction.SizeError {
      try remove(key)
      return false
    }
  }

  mutating func remove(_ key: String) throws {
    changed()
    lists[key] = nil
    briefs[key] = nil
    _ = try order.remove(key)
  }

  var used: Int { get throws { try order.used } }

  private mutating func changed() {
    lastUsed = nil
    recent.forget()
  }

  private static func size(_ stored: HTTP.StoredResponse) -> Int {
    let lines = stored.response.fields.lines + stored.request.fields.lines
    return lines.reduce(allowance + stored.response.body.count + stored.request.uri.utf8.count) {
      $0 + $1.name.utf8.count + $1.value.utf8.count
    }
  }
}
