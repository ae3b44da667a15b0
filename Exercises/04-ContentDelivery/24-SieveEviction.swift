import PostRoad

/// Keeps a store within a number of objects: *SIEVE*, which lets go what was not asked for since the hand last passed.
///
/// The keys are in a queue, in the order in which they came. Each has a mark, *visited*. A hit sets the mark and does nothing else:
/// the queue stays as it is, and so does the hand.
///
/// A miss puts its key in as the newest, not visited. If the store is full, one key has to go first. The search begins at the
/// key the hand points to, or at the oldest if it points to none. A key that is visited loses its mark and stays, and the next newer one is
/// looked at; after the newest comes the oldest. The first key without the mark goes. The hand then points to the next newer one, and to
/// none if the one that went was the newest.
///
/// Source: Zhang and others: [SIEVE is Simpler than LRU: an Efficient Turn-Key Eviction Algorithm for Web
/// Caches](https://www.usenix.org/conference/nsdi24/presentation/zhang-yazhuo), NSDI 2024, algorithm 1. What `remove(_:)` does to the
/// hand is our rule.
public struct SieveStore<Key: Hashable & Sendable> {
  // TODO: 1. Remember the queue, the marks and the hand.
  // TODO: 2. The one that goes: whoever is visited is spared once.

  /// An empty store, whose hand points to nobody.
  ///
  /// - Parameter capacity: the objects that it can hold.
  /// - Throws: `Eviction.SizeError.capacityTooSmall(_:)` when that is less than 1.
  public init(capacity: Int) throws {
    // TODO: 3. Refuse what can hold nothing.
    throw NotStarted()
  }

  /// The number of keys in the store.
  public var count: Int {
    get throws {
      // TODO: 4. Show the number.
      throw NotStarted()
    }
  }

  /// Asks for a key, and stores it if it is not there.
  ///
  /// - Returns: `.hit` if it was in the store, otherwise `.miss(evicted:)` with the key that had to go for it; nil as
  ///   long as there was room.
  public mutating func request(_ key: Key) throws -> Eviction.Outcome<Key> {
    // TODO: 5. A hit marks, and moves nothing.
    // TODO: 6. A full store makes room first: what comes is not among the candidates.
    throw NotStarted()
  }

  /// Removes a key, because it is no longer valid. If the hand points to it, the hand goes on to the next newer one, or to
  /// none. The marks stay as they are.
  ///
  /// - Returns: whether it was in the store.
  public mutating func remove(_ key: Key) throws -> Bool {
    // TODO: 7. Nobody may point to it afterwards: not the neighbours, not the ends, not the hand.
    throw NotStarted()
  }
}
