/// The vocabulary of the way from a balancer to its backends: what becomes of one request after the other.
public enum Upstream {
  /// How many requests may be at a later attempt at the same time: a retry budget like Envoy's `retry_budget`.
  public struct Budget: Hashable, Sendable {
    /// The share of the requests under way, in per cent; at least 0.
    public var percent: Int
    /// The number that is always allowed; at least 0.
    public var minimum: Int

    /// Envoy's defaults, unless you say otherwise. Neither is above 1,000,000.
    public init(percent: Int = 20, minimum: Int = 3) {
      self.percent = percent
      self.minimum = minimum
    }
  }

  /// How an attempt has ended.
  public enum Outcome: Hashable, Sendable {
    /// The whole response has come, whatever its status.
    case answered
    /// It did not end well, and came so far.
    case failed(LB.FailedAttempt.Reach)
  }

  /// What comes after an attempt.
  public enum Step: Hashable, Sendable {
    /// The request is over, and was answered.
    case done
    /// Send the request to the backend with this index.
    case send(to: Int)
    /// The request is over, and has failed: the first reason that forbids to send it again.
    case failed(Reason)
  }

  /// Why a request is not sent again.
  public enum Reason: Hashable, Sendable {
    /// The client has a part of the response.
    case responseBegan
    /// To do it twice may be another thing than to do it once.
    case notIdempotent
    /// It was sent to every backend.
    case allTried
    /// Too many requests are at a later attempt already.
    case budgetUsed
  }

  /// What is wrong with a setting, a request, a report or a pick.
  public enum PathError: Error, Hashable, Sendable {
    /// There is no backend.
    case noBackends
    /// A setting that has to be at least 0.
    case negative(Int64)
    /// There is no backend with this index.
    case noBackend(Int)
    /// A request with this number is under way.
    case underWay(Int)
    /// No request with this number is under way.
    case notUnderWay(Int)
    /// The pick was a backend with this index, which was not among those that are up.
    case notOffered(Int)
  }
}
