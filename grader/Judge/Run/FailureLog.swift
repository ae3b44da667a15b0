import Foundation
import SystemKit

/// The failures that the checks of a run wrote down as structures.
///
/// It gives issues of the event stream better words, and does nothing else: which tests failed is what the stream says. The code
/// under test runs in the same process and could write here too. So what is damaged, what belongs to no issue, and what claims an
/// issue that another line claims is left out, and the issue keeps its own words.
package struct FailureLog: Sendable {
  /// The environment variable that tells the suites' support where to write.
  package static let variable = "POSTROAD_FAILURES"
  /// A larger file is not read. A suite has at most 15 tests with 3 failures each, and a failure has some 20 KB where all its parts
  /// are as long as they may be.
  package static let mostBytes = 4 << 20

  /// The issue of a test at a line of a file, of this number there.
  private struct Place: Hashable {
    var test: String
    var file: String
    var line: Int
    var number: Int
  }

  private struct Entry: Decodable {
    var test: String
    var file: String
    var line: Int
    var number: Int
    var failure: CheckFailure
  }

  /// Nil where several lines claim one place.
  private var failures: [Place: CheckFailure?] = [:]

  package init(_ bytes: [UInt8]) {
    guard bytes.count <= Self.mostBytes else { return }
    let decoder = JSONDecoder()
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let entry = try? decoder.decode(Entry.self, from: Data(line)),
        entry.failure.schema == CheckFailure.schema
      else { continue }
      let place = Place(test: entry.test, file: entry.file, line: entry.line, number: entry.number)
      failures[place] = .some(failures[place] == nil ? entry.failure.printable : nil)
    }
  }

  /// Reads what there is. A log that cannot be read is an empty one.
  package init(file: String) {
    self.init(Files.readPlainIfPresent(file, most: Self.mostBytes))
  }

  /// The records with the structures that belong to their issues.
  package func joined(to records: [StreamRecord]) -> [StreamRecord] {
    var numbers: [Place: Int] = [:]
    return records.map { record in
      // A thrown error is no check, wherever it was caught.
      guard case .event(var event) = record, let test = event.testID, let issue = event.issue,
        issue.isFailure, issue.thrown == nil, let file = issue.fileID, let line = issue.line
      else { return record }
      let first = Place(test: test, file: file, line: line, number: 1)
      let number = numbers[first, default: 0] + 1
      numbers[first] = number
      let place = Place(test: test, file: file, line: line, number: number)
      event.issue?.failure = failures[place] ?? nil
      return .event(event)
    }
  }
}
