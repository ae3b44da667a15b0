extension Resolver {
  /// How long answers are of use after their TTL, in seconds.
  ///
  /// Source: [RFC 8767 §5](https://www.rfc-editor.org/rfc/rfc8767#section-5).
  public enum Stale {
    /// How long after its end an answer may still be used: one day, where one to three are suggested.
    public static let maximum = 86_400
    /// The TTL of stale records: 30 s are recommended, and never 0 (RFC 8767 §4).
    public static let ttl = 30
    /// How long nobody is asked again after a failure: the failure recheck timer.
    public static let recheck = 30
  }

  /// An answer, and how long its zone is delegated.
  public struct LeasedAnswer: Hashable, Sendable {
    /// The answer.
    public var answer: Answer
    /// The seconds that are left of the lease of the answer's zone, as `DelegationLeases` reports them: nil when it has no end.
    public var lease: Int?

    /// An answer of a zone; without a lease its zone has no end.
    public init(_ answer: Answer, lease: Int? = nil) {
      self.answer = answer
      self.lease = lease
    }
  }
}
