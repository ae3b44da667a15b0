import PostRoad

/// Keeps a store within its octets: who was not used for the longest time goes first (*least recently used*).
///
/// The keys have an order of use. A key is used when it is inserted and when `use(_:)` finds it; then it is the last that
/// would go. A call costs about the same however many objects the store holds, and `insert` as much again for each that goes.
public struct LRUStore<Key: Hashable & Sendable> {
  // <declare>
  // 1. Remember each key's size, and the order of use, so that the oldest is found without a search.
  private struct Entry {
    var size: Int
    var older: Key?
    var newer: Key?
  }

  private var entries: [Key: Entry] = [:]
  private var oldest: Key?
  private var newest: Key?
  private var octets = 0
  private let capacity: Int

  // 2. Whoever leaves the order leaves no gap in it.
  private mutating func take(_ key: Key) -> Entry? {
    guard let entry = entries.removeValue(forKey: key) else { return nil }
    if let older = entry.older { entries[older]?.newer = entry.newer } else { oldest = entry.newer }
    if let newer = entry.newer { entries[newer]?.older = entry.older } else { newest = entry.older }
    octets -= entry.size
    return entry
  }

  private mutating func add(_ key: Key, _ size: Int) {
    entries[key] = Entry(size: size, older: newest, newer: nil)
    if let newest { entries[newest]?.newer = key } else { oldest = key }
    newest = key
    octets += size
  }
  // </declare>

  /// An empty store.
  ///
  /// - Parameter capacity: the octets that it can hold.
  /// - Throws: `Eviction.SizeError.capacityTooSmall(_:)` when that is less than 1.
  public init(capacity: Int) throws {
    // <write>
    // 3. Refuse what can hold nothing.
    guard capacity >= 1 else { throw Eviction.SizeError.capacityTooSmall(capacity) }
    self.capacity = capacity
    // </write>
  }

  /// The octets of all objects in the store.
  public var used: Int {
    get throws {
      // <write>
      // 4. Show the sum.
      octets
      // </write>
    }
  }

  /// Looks for a key, and uses it where it is found.
  ///
  /// - Returns: whether it is in the store. A key that is not changes nothing.
  public mutating func use(_ key: Key) throws -> Bool {
    // <write>
    // 5. Who was found is now the last that would go.
    guard let entry = take(key) else { return false }
    add(key, entry.size)
    return true
    // </write>
  }

  /// Puts an object into the store. What was under its key before makes room for it first, and is not evicted but replaced.
  /// Then the least recently used go, one by one, only until the object fits.
  ///
  /// - Parameters:
  ///   - key: the object's name.
  ///   - size: its octets; 0 is a size.
  /// - Returns: the keys that had to go, in the order in which they went.
  /// - Throws: `Eviction.SizeError.negativeSize(_:)` when `size` is below 0, and `Eviction.SizeError.tooLarge(_:capacity:)`
  ///   when it is above the store's capacity. Then the store is as before.
  public mutating func insert(_ key: Key, size: Int) throws -> [Key] {
    // <write>
    // 6. Refuse before anything is changed.
    guard size >= 0 else { throw Eviction.SizeError.negativeSize(size) }
    guard size <= capacity else { throw Eviction.SizeError.tooLarge(size, capacity: capacity) }
    // 7. Make no more room than is needed. Sums may be as large as Int.max.
    _ = take(key)
    var evicted: [Key] = []
    while octets > capacity - size, let oldest {
      _ = take(oldest)
      evicted.append(oldest)
    }
    add(key, size)
    return evicted
    // </write>
  }

  /// Removes a key, because it is no longer valid.
  ///
  /// - Returns: whether it was in the store.
  public mutating func remove(_ key: Key) throws -> Bool {
    // <write>
    // 8. Its octets are free again.
    take(key) != nil
    // </write>
  }
}
