import FirstSecond
import FirstSecondSupport
import PostRoad
import TestSupport
import Testing

@Suite struct EventQueueTests {
  // Discrete-event simulation: the event with the least time comes next
  @Test func `the earliest event comes first`() throws {
    var story = try Trail()
    for (event, time) in [("a", 10), ("c", 30), ("b", 20), ("d", 40)] as [(String, Int64)] {
      try story.schedule(event, at: time)
    }
    for next in ["10 a", "20 b", "30 c", "40 d", "nothing"] { try story.next(next, "by time") }
  }

  // Discrete-event simulation: what happens makes other things happen
  @Test func `events are scheduled while others happen`() throws {
    var story = try Trail()
    try story.schedule("query", at: 5)
    try story.schedule("timeout", at: 5_005)
    try story.next("5 query", "the earliest")
    try story.schedule("reply", at: 25)
    try story.next("25 reply", "it was scheduled last, and is earlier than the timeout")
    try story.next("5005 timeout", "it has waited")
  }

  // TinyOS, issue 419: with a heap alone, events of one time come in the order of the heap
  @Test func `events of one time come in the order of scheduling`() throws {
    var story = try Trail()
    let names = ["m", "c", "x", "a", "q", "b", "z", "k", "d", "y"]
    for name in names { try story.schedule(name, at: 7) }
    try story.schedule("early", at: 3)
    try story.next("3 early", "3 is before 7")
    for name in names { try story.next("7 \(name)", "all at 7, in the order of scheduling") }
  }

  // TinyOS, issue 419: an event more, of whatever time, may not change the order of the others
  @Test func `other events change nothing about a tie`() throws {
    for extra in [0, 5, 7, 9] as [Int64] {
      for count in 1...6 {
        var story = try Trail()
        try story.schedule("a", at: 7)
        for _ in 0..<count { try story.schedule("-", at: extra) }
        for name in ["b", "c", "d"] { try story.schedule(name, at: 7) }
        let wanted = ["a", "b", "c", "d"]
        try story.check(
          "next(), as often as there are events", wanted, "\(count) events at \(extra) are between them"
        ) {
          queue in
          try (0..<count + 4).compactMap { _ in try queue.next()?.event }.filter(wanted.contains)
        }
      }
    }
  }

  // Our rule: now is a time like others
  @Test func `an event may happen now, after those that were there`() throws {
    var story = try Trail()
    try story.schedule("a", at: 4)
    try story.schedule("b", at: 4)
    try story.next("4 a", "a was first")
    try story.schedule("c", at: 4)
    try story.next("4 b", "b was scheduled before c")
    try story.next("4 c", "c happens now")
    try story.schedule("d", at: 4)
    try story.next("4 d", "it is 4 still")
  }

  // Our rule: the clock shows the time of the event that was taken last
  @Test func `the clock moves with the events, and only then`() throws {
    var story = try Trail(now: 100)
    try story.now(100, "it begins where it was set")
    try story.schedule("a", at: 150)
    try story.schedule("b", at: 220)
    try story.now(100, "scheduling takes no time")
    try story.nextTime(150, "a is next")
    try story.now(100, "a look at what is next takes no time")
    try story.next("150 a", "a is next")
    try story.now(150, "a happens at 150")
    try story.next("220 b", "b is next")
    try story.next("nothing", "nothing is left")
    try story.now(220, "when nothing happens no time passes")
    try story.nextTime(nil, "nothing is left")
  }

  // Our rule: the clock never goes back
  @Test func `the past is refused`() throws {
    var story = try Trail(now: 100)
    try story.refuse("a", at: 99, now: 100, "it is 100 already")
    try story.refuse("a", at: .min, now: 100, "long ago")
    try story.nextTime(nil, "what was refused does not happen")
    try story.schedule("b", at: 100)
    try story.schedule("c", at: 130)
    try story.next("100 b", "now is not the past")
    try story.next("130 c", "c is next")
    try story.refuse("d", at: 129, now: 130, "it is 130, whatever the queue began with")
    try story.now(130, "a refusal moves no clock")
    try story.next("nothing", "what was refused does not happen")
  }

  // Our rule: any Int64 is a time
  @Test func `the ends of time are times`() throws {
    var story = try Trail(now: .min)
    try story.schedule("last", at: .max)
    try story.schedule("zero", at: 0)
    try story.schedule("first", at: .min)
    try story.schedule("before zero", at: -1)
    for next in ["\(Int64.min) first", "-1 before zero", "0 zero", "\(Int64.max) last"] {
      try story.next(next, "by time")
    }
    try story.schedule("again", at: .max)
    try story.next("\(Int64.max) again", "it is the end of time still")
  }

  // Our rule: what was cancelled does not happen
  @Test func `a cancelled event does not come`() throws {
    var story = try Trail()
    let handles = try ["a", "b", "c", "d"].map { try story.schedule($0, at: 10) }
    let timeout = try story.schedule("timeout", at: 99)
    try story.cancel(handles[1], "b", true, "it was still to come")
    for next in ["10 a", "10 c", "10 d"] {
      try story.next(next, "b was cancelled, the others keep their order")
    }
    try story.cancel(timeout, "timeout", true, "it was still to come")
    try story.nextTime(nil, "a cancelled event has no time")
    try story.next("nothing", "nothing is left")
    try story.now(10, "the clock does not stop at the time of a cancelled event")
  }

  // Our rule: a cancelled event is not next
  @Test func `after a cancellation the next one is next`() throws {
    var story = try Trail()
    let first = try story.schedule("a", at: 10)
    let second = try story.schedule("b", at: 20)
    try story.schedule("c", at: 30)
    try story.cancel(second, "b", true, "it is not the next one")
    try story.nextTime(10, "a is next still")
    try story.cancel(first, "a", true, "it was next")
    try story.nextTime(30, "a and b were cancelled")
    try story.schedule("d", at: 25)
    try story.next("25 d", "25 is before 30")
    try story.next("30 c", "it is the last one")
  }

  // Our rule: only what is still to come can be cancelled
  @Test func `who comes too late cancels nothing`() throws {
    var story = try Trail()
    let handle = try story.schedule("a", at: 10)
    let other = try story.schedule("b", at: 10)
    try story.next("10 a", "a was first")
    try story.cancel(handle, "a", false, "it has happened")
    try story.schedule("c", at: 10)
    try story.cancel(handle, "a", false, "the handle is nobody else's now")
    try story.cancel(other, "b", true, "it was still to come")
    try story.cancel(other, "b", false, "it was cancelled before")
    try story.next("10 c", "c was never cancelled")
  }

  // Our rule: a handle is of one event; events may be equal
  @Test func `equal events are several events`() throws {
    var story = try Trail()
    let ticks = try [5, 5, 3, 5].map { try story.schedule("tick", at: $0) }
    try story.cancel(ticks[1], "the second tick", true, "it was still to come")
    for next in ["3 tick", "5 tick", "5 tick", "nothing"] {
      try story.next(next, "one of four was cancelled")
    }
    let more = try (0..<3).map { _ in try story.schedule("tick", at: 8) }
    try story.check(
      "how many of seven handles differ", 7, "a handle does not come back when its event is over"
    ) { _ in
      Set(ticks + more).count
    }
    try story.cancel(ticks[3], "the fourth tick", false, "it has happened")
    try story.cancel(more[0], "the fifth tick", true, "it was still to come")
    for next in ["8 tick", "8 tick", "nothing"] { try story.next(next, "one of three was cancelled") }
  }

  // EventLine keeps a plain list, and walks over it for each question
  @Test func `ten thousand operations go as in a plain list`() throws {
    for (seed, span) in [(1, 4), (2, 30), (3, 1_000)] as [(UInt64, Int64)] {
      var random = SeededRandom(seed: seed)
      var story = try Trail()
      var line = EventLine(now: 0)
      var handles: [Simulation.EventHandle] = []
      for _ in 0..<3_400 {
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<5:
          let time = line.now + Int64.random(in: 0...span, using: &random)
          line.schedule(handles.count, at: time)
          handles.append(try story.schedule("\(handles.count)", at: time))
        case 5..<7 where !handles.isEmpty:
          // The newest are the likeliest to be still there.
          let event = max(0, handles.count - 1 - Int.random(in: 0..<40, using: &random))
          try story.cancel(handles[event], "\(event)", line.cancel(event), "so the list")
        default:
          try story.nextTime(line.nextTime, "so the list")
          try story.next(line.next().map { "\($0.at) \($0.event)" } ?? "nothing", "so the list")
        }
      }
    }
  }
}

extension Trail where Subject == EventQueue<String> {
  fileprivate init(now: Int64 = 0) throws {
    try self.init("EventQueue(now: \(now))") { try EventQueue(now: now) }
  }

  @discardableResult
  fileprivate mutating func schedule(_ event: String, at time: Int64) throws -> Simulation.EventHandle {
    var handle = Simulation.EventHandle(number: .min)
    try run("schedule(\"\(event)\", at: \(time))") { handle = try $0.schedule(event, at: time) }
    return handle
  }

  fileprivate mutating func refuse(_ event: String, at time: Int64, now: Int64, _ rule: String) throws {
    let error = Simulation.EventError.inThePast(time, now: now)
    try refuse("schedule(\"\(event)\", at: \(time))", error, rule) { try $0.schedule(event, at: time) }
  }

  fileprivate mutating func cancel(
    _ handle: Simulation.EventHandle, _ event: String, _ wasWaiting: Bool, _ rule: String
  ) throws {
    try check("cancel(the handle of \(event))", wasWaiting, rule) { try $0.cancel(handle) }
  }

  /// `10 a`, or `nothing`.
  fileprivate mutating func next(_ wanted: String, _ rule: String) throws {
    try check("next()", wanted, rule) { try $0.next().map { "\($0.at) \($0.event)" } ?? "nothing" }
  }

  fileprivate mutating func now(_ wanted: Int64, _ rule: String) throws {
    try check("now", wanted, rule) { try $0.now }
  }

  fileprivate mutating func nextTime(_ wanted: Int64?, _ rule: String) throws {
    try check("nextTime", wanted, rule) { try $0.nextTime }
  }
}
