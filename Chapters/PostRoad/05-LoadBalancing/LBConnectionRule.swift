extension LB {
  /// What a backend's connections are weighed by: the least value wins. `n` stands for its active connections, `w` for
  /// its weight. The names in brackets are those of IPVS.
  public enum ConnectionRule: Hashable, Sendable, CaseIterable {
    /// `n / w` (`wlc`).
    case weighted
    /// `(n + 1) / w`: the new connection counts, too (`sed`, shortest expected delay).
    case shortestDelay
    /// 0 for an idle backend, else `(n + 1) / w` (`nq`, never queue).
    case neverQueue
  }

  /// Who wins among backends with equal values.
  public enum TieRule: Hashable, Sendable, CaseIterable {
    /// The first in the order of the pool, as in IPVS.
    case first
    /// A step of smooth weighted round robin, in which only the tied ones take part, as in nginx.
    case smooth
    /// The one whose count has stood unchanged for the longest, as in HAProxy. At first they stand in the order of
    /// the pool.
    case longestUnchanged
  }
}
