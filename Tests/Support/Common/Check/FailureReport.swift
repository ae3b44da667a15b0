import Synchronization
import Testing

/// Failures of one test that are reported; a loop over random input would bring thousands that say the same.
private let mostFailures = 3

/// Reports a failure to Swift Testing, and as a structure to whoever asked for that.
func report(_ failure: CheckFailure, at place: SourceLocation) {
  FailureCount.shared.withLock { count in
    let test = Test.current?.id
    guard let numbers = count.next(in: test, line: place.line) else { return }
    if let log = FailureLog.current, let test {
      log.append(
        .init(
          test: "\(test)", file: place.fileID, line: place.line, number: numbers, failure: failure))
    }
    // Under the lock: so the lines of the log have the order of the issues.
    Issue.record(Comment(rawValue: failure.text), sourceLocation: place)
  }
}

/// Counts the failures of each test while it runs.
struct FailureCount {
  static let shared = Mutex(FailureCount())

  private struct Place: Hashable {
    var test: Test.ID?
    var line: Int
  }

  private var tests: [Test.ID?: Int] = [:]
  private var places: [Place: Int] = [:]

  /// The number of this failure among those of the test at its line, from 1; nil where the test has reported enough.
  mutating func next(in test: Test.ID?, line: Int) -> Int? {
    // Outside of a test nothing is one of many.
    guard test != nil else { return 1 }
    tests[test, default: 0] += 1
    guard tests[test, default: 0] <= mostFailures else { return nil }
    let place = Place(test: test, line: line)
    places[place, default: 0] += 1
    return places[place]
  }
}
