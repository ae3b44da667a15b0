/// The vocabulary of a failover's account: what a trace says of visits, and what is made of it. Times are in milliseconds.
public enum Failover {
  /// Something that happened to a visit.
  public struct Event: Hashable, Sendable, CustomStringConvertible {
    public enum Kind: Hashable, Sendable {
      /// It began.
      case began
      /// It was tried again: another server, another site, another connection.
      case retried
      /// It ended with a fresh response.
      case served
      /// It ended with a stale response.
      case stale
      /// It ended without a response.
      case failed
    }

    public var at: Int64
    /// The number of the visit.
    public var visit: Int
    public var kind: Kind

    public init(at: Int64, _ visit: Int, _ kind: Kind) {
      self.at = at
      self.visit = visit
      self.kind = kind
    }

    /// `2100 began 7`
    public var description: String { "\(at) \(kind) \(visit)" }
  }

  /// The visits that began in an interval, by what became of them: each is counted once.
  public struct Interval: Hashable, Sendable, CustomStringConvertible {
    /// Its first millisecond.
    public var start: Int64
    public var served: Int
    public var stale: Int
    public var late: Int
    public var failed: Int

    public init(start: Int64, served: Int = 0, stale: Int = 0, late: Int = 0, failed: Int = 0) {
      self.start = start
      self.served = served
      self.stale = stale
      self.late = late
      self.failed = failed
    }

    /// `from 2000: 3 served, 1 failed`
    public var description: String {
      let all = [(served, "served"), (stale, "stale"), (late, "late"), (failed, "failed")]
      let counts = all.filter { $0.0 != 0 }
      let parts = counts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
      return "from \(start): \(parts.isEmpty ? "none" : parts)"
    }
  }

  /// What the readers noticed.
  public struct Account: Hashable, Sendable {
    public var intervals: [Interval]
    /// When the first visit began that was late or failed; nil where none was.
    public var trouble: Int64?
    /// When the first visit began after which none was late or failed; nil where there was no trouble, or no end of it.
    public var recovered: Int64?

    public init(_ intervals: [Interval] = [], trouble: Int64? = nil, recovered: Int64? = nil) {
      self.intervals = intervals
      self.trouble = trouble
      self.recovered = recovered
    }
  }

  /// What is wrong with a setting or a trace.
  public enum TraceError: Error, Hashable, Sendable {
    /// An interval has at least one millisecond.
    case intervalTooShort(Int64)
    /// Nobody can answer in less than no time.
    case limitNegative(Int64)
    /// The event with this index is earlier than the one before it, or than 0.
    case backInTime(index: Int)
    /// This visit had begun before.
    case begunTwice(visit: Int)
    /// This visit had not begun, or had ended.
    case notUnderWay(visit: Int)
  }
}
