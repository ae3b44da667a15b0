import PostRoad
import TestSupport
import Testing

/// A reader's machine with the trail of what was done with it. It knows the machine only as a function that visits.
public struct VisitStory {
  public let world: VisitWorld
  private let visit: (Visit.URL, Int64) throws -> Visit.Timeline
  private var steps = CheckSteps()

  public init(_ world: VisitWorld, visit: @escaping (Visit.URL, Int64) throws -> Visit.Timeline) {
    self.world = world
    self.visit = visit
  }

  /// A visit with all its times: from `fetchStart` to `responseEnd`, as the type lists them.
  public mutating func visit(
    _ url: Visit.URL, at now: Int64, _ times: [Int64?], messages: Int, _ rule: String,
    place: SourceLocation = #_sourceLocation
  ) throws {
    var timeline = Visit.Timeline(at: times[0] ?? 0)
    timeline.domainLookupStart = times[1] ?? 0
    timeline.domainLookupEnd = times[2] ?? 0
    timeline.connectStart = times[3] ?? 0
    timeline.secureConnectionStart = times[4]
    timeline.connectEnd = times[5] ?? 0
    timeline.requestStart = times[6] ?? 0
    timeline.responseStart = times[7] ?? 0
    timeline.responseEnd = times[8] ?? 0
    timeline.messages = messages
    try visit(url, at: now, timeline, rule, place: place)
  }

  public mutating func visit(
    _ url: Visit.URL, at now: Int64, _ timeline: Visit.Timeline, _ rule: String,
    place: SourceLocation = #_sourceLocation
  ) throws {
    let visit = visit
    try steps.check("visit(\(url), now: \(now))", returns: timeline, rule, sourceLocation: place) {
      try visit(url, now)
    }
  }

  /// A visit of which only the end and the messages are looked at.
  public mutating func visit(
    _ url: Visit.URL, at now: Int64, end: Int64, messages: Int, _ rule: String,
    place: SourceLocation = #_sourceLocation
  ) throws {
    let visit = visit
    let call = "[responseEnd, messages] of visit(\(url), now: \(now))"
    try steps.check(call, returns: [end, Int64(messages)], rule, sourceLocation: place) {
      let timeline = try visit(url, now)
      return [timeline.responseEnd, Int64(timeline.messages)]
    }
  }

  /// A visit in which a part of the world fails.
  public mutating func refuse(
    _ url: Visit.URL, at now: Int64, _ failure: VisitWorld.Failure, _ rule: String,
    place: SourceLocation = #_sourceLocation
  ) throws {
    let (visit, world) = (visit, world)
    world.failing = failure
    defer { world.failing = nil }
    try steps.check(
      "visit(\(url), now: \(now)), with \(failure) failing", throws: failure, rule, sourceLocation: place
    ) {
      try visit(url, now)
    }
  }

  /// The calls of what the machine was given, since this was last asked.
  public mutating func calls(
    _ calls: [String], times: Int = 1, _ rule: String, place: SourceLocation = #_sourceLocation
  ) throws {
    let made = world.takeCalls()
    let expected = Array(repeating: calls, count: times).flatMap { $0 }
    try steps.check("the calls of resolve, site and serve", returns: expected, rule, sourceLocation: place) {
      made
    }
  }
}
