/// The vocabulary of the jump hash, which numbers its nodes and calls them buckets.
///
/// Source: Lamping, Veach: "A Fast, Minimal Memory, Consistent Hash Algorithm", 2014.
public enum Jump {
  /// Why a key has no bucket.
  public enum BucketError: Error, Hashable, Sendable {
    /// There were to be so many buckets: none, or more than an `Int32` counts.
    case bucketsOutOfRange(Int)
  }

  /// How many buckets there may be.
  public static let buckets = 1...2_147_483_647  // the paper counts them in an int32_t
}
