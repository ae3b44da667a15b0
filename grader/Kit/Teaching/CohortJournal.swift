import Foundation
import Synchronization
import SystemKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What was judged so far: a line of JSON for each submission, on the disk before anything else is begun.
final class CohortJournal: Sendable {
  struct Entry: Codable, Sendable {
    /// Names the submission with all that its verdict depends on.
    var key: String
    var grade: GradeReport
  }

  private let file: String
  private let entries: Mutex<[String: Entry]>

  /// Reads what is there. A last line that was cut short never was; another line that cannot be read is left out, and judged
  /// again.
  init(_ file: String) throws {
    self.file = file
    let bytes = try Files.readIfPresent(file) ?? []
    var known: [String: Entry] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let entry = try? JSONDecoder().decode(Entry.self, from: Data(line)) else { continue }
      known[entry.key] = known[entry.key] ?? entry
    }
    entries = Mutex(known)
    // What follows begins on a line of its own.
    if let last = bytes.last, last != UInt8(ascii: "\n") { try append([]) }
  }

  subscript(_ key: String) -> GradeReport? { entries.withLock { $0[key]?.grade } }

  func keep(_ grade: GradeReport, as key: String) throws {
    let entry = Entry(key: key, grade: grade)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = try encoder.encode(entry)
    try entries.withLock { known in
      try append(Array(line))
      known[key] = entry
    }
  }

  private func append(_ line: [UInt8]) throws {
    func failure() -> GraderError { .cannotWrite(file, reason: String(cString: strerror(errno))) }
    let descriptor = open(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var rest = (line + [UInt8(ascii: "\n")])[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard written > 0 else { throw failure() }
      rest = rest.dropFirst(written)
    }
    guard fsync(descriptor) == 0 else { throw failure() }
  }
}
