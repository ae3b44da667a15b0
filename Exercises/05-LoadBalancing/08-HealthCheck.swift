import PostRoad

/// Whether a backend is up, by asking it again and again.
///
/// A backend that is up goes down after `fall` failed checks in a row; one that is down comes up after `rise` passed
/// checks in a row. A check that says otherwise in between lets the count begin anew, and so does the turn itself.
///
///     rise 2, fall 3     o  x  x  o  x  x  x  o  x  o  o
///                        U  U  U  U  U  U  D  D  D  D  U
///
/// Before the first check the backend counts as up, but at the edge: if the very first check fails, it is down at
/// once, whatever `fall` says.
///
/// The time of the next check is that of the last one plus an interval that depends on the state:
/// `LB.CheckIntervals`.
///
/// Source: HAProxy's `rise`, `fall`, `inter`, `fastinter` and `downinter`
/// ([manual, 5.2](https://docs.haproxy.org/2.6/configuration.html#5.2)).
public struct HealthCheck {
  // TODO: 1. What has to be remembered from one check to the next, besides the settings?

  /// A backend that nobody has checked yet. The first check is due at once.
  ///
  /// - Parameters:
  ///   - rise: the passed checks in a row that bring it up.
  ///   - fall: the failed checks in a row that take it down.
  ///   - intervals: the seconds between checks.
  ///   - now: the time in seconds.
  /// - Throws: the first that applies: `LB.HealthError.thresholdTooSmall(_:)` for `rise`, then for `fall`, when it is
  ///   below 1; `LB.TimeError.notPositive(_:)` for the first of `up`, `changing` and `down`, in this order, that is not
  ///   above 0. What is not a number (NaN) is not above 0 either; infinity is.
  public init(rise: Int, fall: Int, intervals: LB.CheckIntervals, now: Double) throws {
    // TODO: 2. Refuse settings that cannot work.
    // TODO: 3. At the edge: what does a first failed check find, what a first passed one?
    throw NotStarted()
  }

  /// Whether the backend may be given anything.
  ///
  /// Reading it never fails: it is `throws` only so that the stub can throw `NotStarted`.
  public var isUp: Bool {
    get throws {
      // TODO: 4. Show the state as it is.
      throw NotStarted()
    }
  }

  /// When the next check has to be made, in seconds.
  ///
  /// Reading it never fails: it is `throws` only so that the stub can throw `NotStarted`.
  public var nextCheck: Double {
    get throws {
      // TODO: 5. Show the time as it is.
      throw NotStarted()
    }
  }

  /// Takes in the result of a check. Like the two above it never fails.
  ///
  /// - Parameters:
  ///   - passed: whether the backend answered as it should.
  ///   - now: when it did, in seconds.
  /// - Returns: what has changed, or nil when nothing has.
  public mutating func note(passed: Bool, now: Double) throws -> LB.HealthChange? {
    // TODO: 6. Does the check agree with the state, or speak against it?
    // TODO: 7. Enough checks in a row turn the state over. What is left of the count then?
    // TODO: 8. The next check is due after the interval of the new state.
    throw NotStarted()
  }
}
