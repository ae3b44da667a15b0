import PostRoad
import TestSupport
import Testing

/// Checks that a time is refused with `LB.TimeError.notPositive(_:)` and this very number. Of a number that is not one
/// (NaN) nothing else can be compared: it is not even equal to itself.
public func checkNotPositive(
  _ call: String, _ time: Double, _ rule: String, sourceLocation: SourceLocation = #_sourceLocation,
  _ body: (Double) throws -> some Any
) throws {
  guard time.isNaN else {
    return try check(
      call, time, throws: LB.TimeError.notPositive(time), rule, sourceLocation: sourceLocation, body)
  }
  let isNaN = { (outcome: TimeRefusal) in outcome.time?.isNaN == true }
  try check(
    call, time, returns: "throws LB.TimeError.notPositive(nan)",
    where: isNaN, rule, sourceLocation: sourceLocation
  ) { time in
    do {
      _ = try body(time)
      return TimeRefusal(time: nil)
    } catch LB.TimeError.notPositive(let refused) {
      return TimeRefusal(time: refused)
    }
  }
}

/// The time that was refused, if one was.
private struct TimeRefusal: CheckDescribable {
  let time: Double?

  var checkDescription: String {
    time.map { "threw LB.TimeError.notPositive(\($0))" } ?? "no error"
  }
}
