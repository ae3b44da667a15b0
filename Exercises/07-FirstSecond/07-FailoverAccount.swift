import PostRoad

/// Makes out of a trace what its readers noticed of a failover: who was served, and when it was over.
///
/// Visits are counted, not events: each visit once, in the interval in which it began, whenever it ended. An interval has its start, but not the
/// start of the next one: with 1,000 ms, the moment 1,000 is in the second interval. The starts are multiples of `every`. The intervals go from that of
/// the first visit's beginning to that of the last one's, without a gap.
///
/// What became of a visit:
///
/// - *failed*: it ended with `.failed`, or has no end in the trace, however long it took;
/// - *late*: it ended with `.served` or `.stale`, more than `limit` milliseconds after its beginning;
/// - *stale* or *served*: it ended so, in time.
///
/// A visit is in trouble if it was late or failed. *Recovered* is the beginning of the first visit that began later than all that were in
/// trouble. A `.retried` changes nothing.
///
/// The trace is in the order of time, beginning at 0 or later; several events may have the same time, and count in the trace's order.
///
/// - Parameters:
///   - trace: the events of all visits. A visit's number is its own in all of the trace.
///   - every: the length of an interval.
///   - limit: how long a visit may take.
/// - Returns: the account; without visits one without intervals.
/// - Throws: `Failover.TraceError.intervalTooShort(_:)` where `every` is below 1; then `.limitNegative(_:)` where `limit` is below 0; then for
///   the first event that is wrong, `.backInTime(index:)` before what is wrong with its visit: `.begunTwice(visit:)`, or `.notUnderWay(visit:)` for
///   each kind but `.began`.
public func accountFailover(
  _ trace: [Failover.Event], every: Int64, limit: Int64
) throws -> Failover.Account {
  // TODO: 1. Refuse settings that make no sense.
  // TODO: 2. Bring together what the trace says of each visit, in the order of their beginnings.
  // TODO: 3. An interval for each stretch of time, with visits or without.
  // TODO: 4. Count each visit once, and remember who was in trouble.
  // TODO: 5. It is over when somebody comes after the last of them.
  throw NotStarted()
}
