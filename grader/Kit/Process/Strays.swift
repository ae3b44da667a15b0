import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Processes that a run left behind outside its group (`setsid`): found by the mark in their environment.
///
/// Linux shows each process's environment under `/proc`; elsewhere there is nothing to look at, and nothing is done.
enum Strays {
  static let variable = "POSTROAD_RUN"

  static func end(mark: String) {
    #if canImport(Glibc)
      let needle = Data("\(variable)=\(mark)".utf8)
      for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? [] {
        guard let process = Int32(name), process != getpid(),
          let environment = FileManager.default.contents(atPath: "/proc/\(process)/environ"),
          environment.range(of: needle) != nil
        else { continue }
        kill(process, SIGKILL)
      }
    #endif
  }
}
