extension Resolver {
  /// How long things may be kept, in seconds.
  public enum Lifetime {
    /// The longest that a positive answer is kept: seven days (RFC 8767 §4).
    public static let maximum: UInt32 = 604_800
    /// The longest that a negative answer is kept: three hours (RFC 2308 §5 found one to three to work well).
    public static let maximumNegative: UInt32 = 10_800
    /// The shortest and the longest that a failure is kept: one second to five minutes (RFC 9520 §3.2).
    public static let failure: ClosedRange<UInt32> = 1...300
  }
}
