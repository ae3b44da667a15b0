import PostRoad

/// Keeps the queue in one array in the order of arrival, with holes where keys have gone; the hand is an index. Once half of
/// it is holes, it is written anew.
public struct SieveStore<Key: Hashable & Sendable> {
  private var queue: [(key: Key, isVisited: Bool)?] = []
  private var places: [Key: Int] = [:]
  /// Where the hand is; at the end of the array it points to nobody, and stays there for nobody who comes later.
  private var hand: Int?
  private let capacity: Int

  public init(capacity: Int) throws {
    if capacity < 1 { throw Eviction.SizeError.capacityTooSmall(capacity) }
    self.capacity = capacity
  }

  public var count: Int { get throws { places.count } }

  public mutating func request(_ key: Key) throws -> Eviction.Outcome<Key> {
    if let place = places[key] {
      queue[place] = (key, true)
      return .hit
    }
    let evicted = places.count == capacity ? evict() : nil
    if queue.count > 2 * capacity + 8 { compact() }
    places[key] = queue.count
    queue.append((key, false))
    return .miss(evicted: evicted)
  }

  public mutating func remove(_ key: Key) throws -> Bool {
    guard let place = places.removeValue(forKey: key) else { return false }
    queue[place] = nil
    if hand == place { hand = next(after: place) }
    return true
  }

  /// The next key that is newer, if there is one.
  private func next(after place: Int) -> Int? {
    queue[(place + 1)...].firstIndex { $0 != nil }
  }

  private mutating func evict() -> Key? {
    var place = hand ?? next(after: -1) ?? 0
    while true {
      guard let entry = queue[place] else { return nil }
      if entry.isVisited {
        queue[place] = (entry.key, false)
        place = next(after: place) ?? next(after: -1) ?? 0
        continue
      }
      queue[place] = nil
      places[entry.key] = nil
      hand = next(after: place)
      return entry.key
    }
  }

  private mutating func compact() {
    let pointed = hand.flatMap { queue[$0]?.key }
    queue = queue.filter { $0 != nil }
    for (place, entry) in queue.enumerated() { if let entry { places[entry.key] = place } }
    hand = pointed.flatMap { places[$0] }
  }
}
