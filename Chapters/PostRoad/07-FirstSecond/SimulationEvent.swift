extension Simulation {
  /// Names an event that was scheduled, so that it can be cancelled.
  public struct EventHandle: Hashable, Sendable {
    /// What tells the event from all others of its queue.
    public let number: Int

    public init(number: Int) { self.number = number }
  }

  /// Why an event cannot be scheduled.
  public enum EventError: Error, Hashable, Sendable {
    /// The event is to happen before the time that it is now.
    case inThePast(Int64, now: Int64)
  }
}
