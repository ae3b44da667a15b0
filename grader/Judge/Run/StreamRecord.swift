import Foundation
import SystemKit

/// One line of Swift Testing's event stream: a test that exists, or something that happened to one.
package enum StreamRecord: Equatable, Sendable {
  case test(id: String, name: String)
  case event(Event)

  package struct Event: Equatable, Sendable {
    /// `testStarted`, `issueRecorded`, `runEnded` …; unknown kinds are kept and ignored.
    package var kind: String
    package var testID: String?
    package var issue: Issue?
  }

  package struct Issue: Equatable, Sendable {
    package var isFailure: Bool
    package var message: String
    /// `DNSMessagesTests/01-HeaderTests.swift`
    package var fileID: String?
    package var line: Int?
    /// The error that was thrown, where it is about one.
    package var thrown: ThrownError?
    /// The failure as a structure, where a check wrote it down: `FailureLog`.
    package var failure: CheckFailure?
  }

  /// The records of a stream, in order. A last line that was cut short, and lines that are no record, are left out. Throws
  /// where the stream is of a version that this grader does not know.
  package static func decode(_ stream: [UInt8]) throws -> [StreamRecord] {
    let decoder = JSONDecoder()
    return try stream.split(separator: UInt8(ascii: "\n")).compactMap { bytes in
      guard let line = try? decoder.decode(Line.self, from: Data(bytes)) else {
        // A line of another shape says at least which version it has.
        if let version = (try? decoder.decode(Versioned.self, from: Data(bytes)))?.version, !version.isKnown {
          throw GraderError.unknownEventStream(version.text)
        }
        return nil
      }
      guard line.version?.isKnown ?? true else {
        throw GraderError.unknownEventStream(line.version?.text ?? "")
      }
      return line.record
    }
  }

  /// What is asked of Swift Testing: the form that every toolchain since 6.0 writes.
  package static let version = "0"
}

/// `0`, or `"6.3.0"` where a toolchain writes its newest form.
private struct StreamVersion: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    text = try (try? value.decode(Int.self)).map { "\($0)" } ?? value.decode(String.self)
  }

  /// 0, and what the toolchains of the sixth generation write.
  var isKnown: Bool { text == StreamRecord.version || text.wholeMatch(of: /6\.[0-9]+(\.[0-9]+)?/) != nil }
}

private struct Versioned: Decodable { let version: StreamVersion }

/// The JSON of a line, as far as it is needed.
private struct Line: Decodable {
  var version: StreamVersion?
  struct Payload: Decodable {
    struct Place: Decodable {
      var fileID: String?
      var line: Int?
    }
    struct Issue: Decodable {
      struct Thrown: Decodable {
        var domain: String
        var description: String
      }
      var isFailure: Bool?
      var isKnown: Bool?
      var sourceLocation: Place?
      var _error: Thrown?
    }
    struct Message: Decodable {
      var text: String
    }
    var id: String?
    var kind: String
    var name: String?
    var displayName: String?
    var testID: String?
    var issue: Issue?
    var messages: [Message]?
  }
  var kind: String
  var payload: Payload

  var record: StreamRecord? {
    switch kind {
    case "test":
      guard payload.kind == "function", let id = payload.id, let name = payload.displayName ?? payload.name
      else {
        return nil
      }
      return .test(id: id, name: Self.bare(name))
    case "event":
      let issue = payload.issue.map { issue in
        StreamRecord.Issue(
          // Streams before 6.3 have no `isFailure`: there an issue fails unless it is a known one.
          isFailure: issue.isFailure ?? !(issue.isKnown ?? false),
          message: (payload.messages ?? []).map(\.text).joined(separator: "\n"),
          fileID: issue.sourceLocation?.fileID, line: issue.sourceLocation?.line,
          thrown: issue._error.map { ThrownError(type: $0.domain, description: $0.description.printable) })
      }
      return .event(.init(kind: payload.kind, testID: payload.testID, issue: issue))
    default:
      return nil
    }
  }

  /// `boom()` and `` `a sentence`() `` without what is not the name.
  private static func bare(_ name: String) -> String {
    if name.hasPrefix("`"), let end = name.dropFirst().firstIndex(of: "`") {
      return String(name[name.index(after: name.startIndex)..<end])
    }
    guard name.hasSuffix(")"), let paren = name.firstIndex(of: "("), !name.contains(" ") else { return name }
    return String(name[..<paren])
  }
}
