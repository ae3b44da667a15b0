import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Processes that left their group and outlived it: found by the mark in their environment. Code under test may call `setsid`,
/// and the compiler's driver gives each compiler a group of its own.
///
/// Linux shows each process's environment under `/proc`; elsewhere there is nothing to look at, and nothing is done.
package enum OrphanProcesses {
  /// The environment variable that carries the mark.
  package static let variable = "POSTROAD_RUN"

  /// A new mark for one run of a suite, in the workbook at this absolute path.
  package static func mark(in root: String) -> String { prefix(root) + UUID().uuidString }

  /// The mark of all that builds on one bench. Always the same: SwiftPM evaluates a manifest again when the environment changes.
  package static func mark(in root: String, bench: String) -> String { prefix(root) + bench }

  private static func prefix(_ root: String) -> String { Fingerprint.of(root.utf8) + "." }

  /// How often one looks again for what those that were found have started meanwhile.
  package static let looks = 20

  /// Ends those of one mark.
  package static func end(mark: String) { end { $0 == mark } }

  /// Ends those of all runs in the workbook, which graders left that were killed. For who holds the bench's lock: then no
  /// run is going on.
  package static func endAll(in root: String) {
    let prefix = prefix(root)
    end { $0.hasPrefix(prefix) }
  }

  private static func end(where isMarked: (String) -> Bool) {
    var look = 0
    while look < looks, endFound(where: isMarked) { look += 1 }
  }

  /// One look. False where nothing was found.
  private static func endFound(where isMarked: (String) -> Bool) -> Bool {
    #if canImport(Glibc)
      var hasFound = false
      let key = Array("\(variable)=".utf8)
      for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? [] {
        guard let process = Int32(name), process != getpid(),
          let environment = FileManager.default.contents(atPath: "/proc/\(process)/environ"),
          let entry = environment.split(separator: 0).first(where: { $0.starts(with: key) }),
          isMarked(String(decoding: entry.dropFirst(key.count), as: UTF8.self))
        else { continue }
        kill(process, SIGKILL)
        hasFound = true
      }
      return hasFound
    #else
      return false
    #endif
  }
}
