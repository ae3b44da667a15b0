#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What this process has used so far.
struct ProcessUse {
  /// User and kernel time, in seconds.
  let seconds: Double
  /// The largest that it was in memory, in MB.
  let megabytes: Int

  init() {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      // In KiB there, in octets on macOS.
      megabytes = usage.ru_maxrss * 1_024 / 1_000_000
    #else
      getrusage(RUSAGE_SELF, &usage)
      megabytes = usage.ru_maxrss / 1_000_000
    #endif
    let times = [usage.ru_utime, usage.ru_stime]
    seconds = times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
  }
}
