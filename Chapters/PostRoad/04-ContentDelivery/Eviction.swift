/// The vocabulary of a store that is full.
public enum Eviction {
  /// Why a store cannot be that large, or cannot take an object of that size.
  public enum SizeError: Error, Hashable, Sendable {
    /// The store was to hold this many octets or objects: less than one.
    case capacityTooSmall(Int)
    /// An object was to have this many octets: less than none.
    case negativeSize(Int)
    /// The object has more octets than the store.
    case tooLarge(Int, capacity: Int)
  }

  /// What came of a request for a key.
  public enum Outcome<Key: Hashable & Sendable>: Hashable, Sendable {
    /// The key was in the store.
    case hit
    /// It was not, and is now; `evicted` had to go for it, or nobody.
    case miss(evicted: Key?)
  }
}
