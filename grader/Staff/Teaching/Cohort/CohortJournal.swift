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
  private let file: String
  private let records: Mutex<CohortRecords>

  /// Reads all journals of the folder; new lines go to this shard's.
  init(in folder: String, shard: Shard) throws {
    file = folder + "/" + shard.journal
    records = Mutex(try Self.read(folder))
    // What follows begins on a line of its own.
    let bytes = try Files.readIfPresent(file) ?? []
    if let last = bytes.last, last != UInt8(ascii: "\n") { try append([]) }
  }

  /// What the journals of a folder hold.
  static func read(_ folder: String, into known: CohortRecords = CohortRecords()) throws -> CohortRecords {
    var records = known
    for name in try Files.names(in: folder) where name.hasPrefix("journal") && name.hasSuffix(".jsonl") {
      records.add(journal: try Files.read(folder + "/" + name))
    }
    return records
  }

  var all: CohortRecords { records.withLock { $0 } }
  func holds(_ key: String) -> Bool { records.withLock { $0[key] != nil } }

  func keep(_ grade: GradeReport, as key: String) throws {
    let entry = CohortRecords.Entry(key: key, grade: grade)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = Array(try encoder.encode(entry))
    try records.withLock { known in
      try append(line)
      known.add(entry, line: line)
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
