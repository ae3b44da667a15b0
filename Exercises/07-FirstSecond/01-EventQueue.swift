import PostRoad

/// What is still to happen in a simulated network, and the clock of that network.
///
/// Nobody waits for an event: the clock stands still until `next()` takes the next event, and then it shows the time of that event.
/// Of several events at one time the one that was scheduled first comes first. That holds whatever else was scheduled, taken or
/// cancelled in between, and whatever the events are: two events may be equal.
///
/// Times are milliseconds. Any `Int64` is a time.
///
/// Source: the *future event list* of discrete-event simulation. What happens where ties have no order of their own:
/// [TinyOS, issue 419](https://github.com/tinyos/tinyos-main/issues/419).
public struct EventQueue<Event> {
  // TODO: 1. Remember what is to come, in which order it was scheduled, and what time it is.

  /// No events; the clock shows `now`.
  public init(now: Int64 = 0) throws {
    // TODO: 2. Set the clock.
    throw NotStarted()
  }

  /// The time of the last event that was taken; before the first one it is the time that the queue began with.
  public var now: Int64 {
    get throws {
      // TODO: 3. Read the clock.
      throw NotStarted()
    }
  }

  /// The time of the event that `next()` would take; nil where there is none. Reading it changes nothing.
  public var nextTime: Int64? {
    get throws {
      // TODO: 4. Cancelled events have no time.
      throw NotStarted()
    }
  }

  /// Schedules an event.
  ///
  /// - Parameter time: when it happens. It may be now: then it comes after all events of this time that were scheduled before.
  /// - Returns: the handle to cancel it with. No other event of this queue has it, before or after.
  /// - Throws: `Simulation.EventError.inThePast(_:now:)` with `time` and the clock's time when `time` is before now. Then nothing
  ///   has changed.
  @discardableResult
  public mutating func schedule(_ event: Event, at time: Int64) throws -> Simulation.EventHandle {
    // TODO: 5. The clock never goes back.
    // TODO: 6. Keep the event where `next()` finds it, and where its handle finds it.
    throw NotStarted()
  }

  /// Cancels an event: it will not happen, and the clock does not stop at its time.
  ///
  /// - Returns: whether the event was still to come. One that has been taken, or was cancelled before, is not; then nothing changes.
  @discardableResult
  public mutating func cancel(_ handle: Simulation.EventHandle) throws -> Bool {
    // TODO: 7. This event, and no other that may look like it.
    throw NotStarted()
  }

  /// Takes the next event, and moves the clock to its time.
  ///
  /// - Returns: the event and its time; nil where nothing is left. Then the clock stays where it is.
  public mutating func next() throws -> (at: Int64, event: Event)? {
    // TODO: 8. The earliest of those that were not cancelled; of several the oldest.
    throw NotStarted()
  }

  // TODO: 9. Helpers of your own are welcome here.
}
