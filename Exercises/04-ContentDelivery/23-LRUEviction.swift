import PostRoad

/// Keeps a store within its octets: who was not used for the longest time goes first (*least recently used*).
///
/// The keys have an order of use. A key is used when it is inserted and when `use(_:)` finds it; then it is the last that
/// would go. A call costs about the same however many objects the store holds, and `insert` as much again for each that goes.
public struct LRUStore<Key: Hashable & Sendable> {
  // TODO: 1. Remember each key's size, and the order of use, so that the oldest is found without a search.
  // TODO: 2. Whoever leaves the order leaves no gap in it.

  /// An empty store.
  ///
  /// - Parameter capacity: the octets that it can hold.
  /// - Throws: `Eviction.SizeError.capacityTooSmall(_:)` when that is less than 1.
  public init(capacity: Int) throws {
    // TODO: 3. Refuse what can hold nothing.
    throw NotStarted()
  }

  /// The octets of all objects in the store.
  public var used: Int {
    get throws {
      // TODO: 4. Show the sum.
      throw NotStarted()
    }
  }

  /// Looks for a key, and uses it where it is found.
  ///
  /// - Returns: whether it is in the store. A key that is not changes nothing.
  public mutating func use(_ key: Key) throws -> Bool {
    // TODO: 5. Who was found is now the last that would go.
    throw NotStarted()
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
    // TODO: 6. Refuse before anything is changed.
    // TODO: 7. Make no more room than is needed. Sums may be as large as Int.max.
    throw NotStarted()
  }

  /// Removes a key, because it is no longer valid.
  ///
  /// - Returns: whether it was in the store.
  public mutating func remove(_ key: Key) throws -> Bool {
    // TODO: 8. Its octets are free again.
    throw NotStarted()
  }
}
