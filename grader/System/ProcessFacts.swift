import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system tells of another process.
package enum ProcessFacts {
  private static let nanosecond = 1e-9

  #if canImport(Glibc)
    /// Its threads, by `/proc/PID/task`. None where there is no such process.
    package static func threads(of process: Int32) -> [OwnTime.Thread] {
      let folder = "/proc/\(process)/task"
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.compactMap { name in
        guard let id = Int32(name), let status = text("\(folder)/\(name)/stat") else { return nil }
        // `PID (name) state …`, and the name may hold anything: see proc(5).
        guard let fields = status.lastIndex(of: ")").map({ status[$0...].split(separator: " ") }),
          fields.count > 13
        else { return nil }
        // `D` waits for the machine's disk.
        let isReady = fields[1] == "R" || fields[1] == "D"
        // `time on a processor, time waited for one` in nanoseconds, and the number of turns.
        let times = text("\(folder)/\(name)/schedstat")?.split(separator: " ").compactMap { Double($0) } ?? []
        if times.count >= 2, times[0] > 0 {
          return .init(
            id: id, ran: times[0] * nanosecond, waited: times[1] * nanosecond, isReady: isReady)
        }
        // A kernel without these counts ticks of user and system time.
        let ticks = (Double(fields[12]) ?? 0) + (Double(fields[13]) ?? 0)
        return .init(id: id, ran: ticks / Double(sysconf(Int32(_SC_CLK_TCK))), waited: nil, isReady: isReady)
      }
    }

    /// The process of this name among a process's children, theirs and so on; nil where there is none.
    package static func descendant(of process: Int32, named name: String) -> Int32? {
      var parents = [process]
      while let parent = parents.popLast() {
        if text("/proc/\(parent)/comm")?.trimmingCharacters(in: .newlines) == name { return parent }
        let children = text("/proc/\(parent)/task/\(parent)/children") ?? ""
        parents += children.split(separator: " ").compactMap { Int32($0) }
      }
      return nil
    }

    /// Bytes in memory, and bytes of data and stack.
    package static func memory(of process: Int32) -> (resident: Int, data: Int) {
      // Pages: size, resident, shared, text, unused, data and stack.
      let pages =
        text("/proc/\(process)/statm")?.split(whereSeparator: \.isWhitespace).map { Int($0) ?? 0 } ?? []
      guard pages.count > 5 else { return (0, 0) }
      let page = Int(sysconf(Int32(_SC_PAGESIZE)))
      return (pages[1] * page, pages[5] * page)
    }

    private static func text(_ path: String) -> String? {
      FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }
  #else
    /// Nothing confines here: there is no other process than the one that was started.
    package static func descendant(of process: Int32, named name: String) -> Int32? { nil }

    private static func usage(of process: Int32) -> rusage_info_v4? {
      var info = rusage_info_v4()
      let result = withUnsafeMutablePointer(to: &info) { pointer in
        pointer.withMemoryRebound(to: rusage_info_t?.self, capacity: 1) {
          proc_pid_rusage(process, RUSAGE_INFO_V4, $0)
        }
      }
      return result == 0 ? info : nil
    }

    /// One thread that stands for all: macOS counts a process's time on processors and its time ready to run, both as sums
    /// over its threads. Threads that wait at the same time are therefore counted as if they waited one after the other.
    package static func threads(of process: Int32) -> [OwnTime.Thread] {
      guard let info = usage(of: process) else { return [] }
      var base = mach_timebase_info_data_t()
      mach_timebase_info(&base)
      let unit = nanosecond * Double(base.numer) / Double(base.denom)
      let ran = Double(info.ri_user_time + info.ri_system_time) * unit
      let ready = Double(info.ri_runnable_time) * unit
      return [.init(id: process, ran: ran, waited: max(0, ready - ran), isReady: false)]
    }

    /// Bytes in memory, twice: macOS does not tell how much was asked for.
    package static func memory(of process: Int32) -> (resident: Int, data: Int) {
      let resident = usage(of: process).map { Int($0.ri_resident_size) } ?? 0
      return (resident, resident)
    }
  #endif
}
