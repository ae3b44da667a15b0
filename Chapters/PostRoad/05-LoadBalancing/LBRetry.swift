extension LB {
  /// How often a balancer may send a request again.
  public struct RetryPolicy: Hashable, Sendable {
    /// The most attempts at one request, the first one included; at least 1.
    public var attempts: Int
    /// How many retries 100 requests pay for; at least 0.
    public var percent: Int
    /// The retries of each second that nobody has to pay for; at least 0.
    public var reservePerSecond: Int
    /// For how many seconds a request and a retry count; at least 1.
    public var window: Int

    /// Finagle's budget unless you say otherwise, and one retry: RFC 9110 §9.2.2 advises against retrying a retry.
    public init(attempts: Int = 2, percent: Int = 20, reservePerSecond: Int = 10, window: Int = 10) {
      self.attempts = attempts
      self.percent = percent
      self.reservePerSecond = reservePerSecond
      self.window = window
    }
  }

  /// An attempt at a request that did not end well.
  public struct FailedAttempt: Hashable, Sendable {
    /// How far it came.
    public enum Reach: Hashable, Sendable {
      /// There was no connection: the backend has seen nothing of the request.
      case notSent
      /// The request was sent, all of it or a part, and the client has not been given any of a response.
      case unanswered
      /// A part of a response was sent on to the client, and no more of it will come.
      case partlyAnswered
    }

    /// The request's method, as it was received.
    public var method: String
    /// 1 for the first attempt at the request, 2 for its first retry.
    public var number: Int
    public var reach: Reach

    public init(_ method: String, number: Int = 1, reach: Reach = .unanswered) {
      self.method = method
      self.number = number
      self.reach = reach
    }
  }

  /// What comes after a failed attempt.
  public enum RetryVerdict: Hashable, Sendable {
    /// Send the request again, to another backend if there is one.
    case retry
    /// Not again: the client has a part of a response.
    case responseBegan
    /// Not again: to do it twice may be another thing than to do it once.
    case notIdempotent
    /// Not again: it was tried as often as the policy says.
    case attemptsUsed
    /// Not again: too much of the traffic consists of retries.
    case budgetUsed
  }

  /// What is wrong with a policy.
  public enum RetryError: Error, Hashable, Sendable {
    /// A request is attempted at least once.
    case attemptsTooFew(Int)
    /// A percentage, or a reserve, below 0.
    case budgetNegative(Int)
    /// A number of seconds that has to be at least 1.
    case windowTooShort(Int)
  }
}
