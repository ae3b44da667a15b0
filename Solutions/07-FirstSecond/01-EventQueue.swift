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
  // <declare>
  // 1. Remember what is to come, in which order it was scheduled, and what time it is.
  private struct Entry {
    var time: Int64
    var number: Int

    func isBefore(_ other: Entry) -> Bool { (time, number) < (other.time, other.number) }
  }

  /// A binary heap. Entries of cancelled events may be in it, but never on top.
  private var heap: [Entry] = []
  private var waiting: [Int: Event] = [:]
  private var scheduled = 0
  private var clock: Int64
  // </declare>

  /// No events; the clock shows `now`.
  public init(now: Int64 = 0) throws {
    // <write>
    // 2. Set the clock.
    clock = now
    // </write>
  }

  /// The time of the last event that was taken; before the first one it is the time that the queue began with.
  public var now: Int64 {
    get throws {
      // <write>
      // 3. Read the clock.
      clock
      // </write>
    }
  }

  /// The time of the event that `next()` would take; nil where there is none. Reading it changes nothing.
  public var nextTime: Int64? {
    get throws {
      // <write>
      // 4. Cancelled events have no time.
      heap.first?.time
      // </write>
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
    // <write>
    // 5. The clock never goes back.
    guard time >= clock else { throw Simulation.EventError.inThePast(time, now: clock) }
    // 6. Keep the event where `next()` finds it, and where its handle finds it.
    let number = scheduled
    scheduled += 1
    waiting[number] = event
    push(Entry(time: time, number: number))
    return Simulation.EventHandle(number: number)
    // </write>
  }

  /// Cancels an event: it will not happen, and the clock does not stop at its time.
  ///
  /// - Returns: whether the event was still to come. One that has been taken, or was cancelled before, is not; then nothing changes.
  @discardableResult
  public mutating func cancel(_ handle: Simulation.EventHandle) throws -> Bool {
    // <write>
    // 7. This event, and no other that may look like it.
    let wasWaiting = waiting.removeValue(forKey: handle.number) != nil
    dropCancelled()
    return wasWaiting
    // </write>
  }

  /// Takes the next event, and moves the clock to its time.
  ///
  /// - Returns: the event and its time; nil where nothing is left. Then the clock stays where it is.
  public mutating func next() throws -> (at: Int64, event: Event)? {
    // <write>
    // 8. The earliest of those that were not cancelled; of several the oldest.
    guard let top = heap.first, let event = waiting.removeValue(forKey: top.number) else { return nil }
    clock = top.time
    dropCancelled()
    return (top.time, event)
    // </write>
  }

  // <declare>
  // 9. Helpers of your own are welcome here.
  private mutating func push(_ entry: Entry) {
    heap.append(entry)
    var place = heap.count - 1
    while place > 0, heap[place].isBefore(heap[(place - 1) / 2]) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func dropCancelled() {
    while let top = heap.first, waiting[top.number] == nil { removeTop() }
  }

  private mutating func removeTop() {
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var place = 0
    while 2 * place + 1 < heap.count {
      var child = 2 * place + 1
      if child + 1 < heap.count, heap[child + 1].isBefore(heap[child]) { child += 1 }
      guard heap[child].isBefore(heap[place]) else { return }
      heap.swapAt(place, child)
      place = child
    }
  }
  // </declare>
}
