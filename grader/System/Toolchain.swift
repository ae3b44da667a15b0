import Foundation

/// Where the compiler is, and what the programs that work with it are started with.
package struct Toolchain: Sendable {
  /// The absolute path of `swift`.
  package let swift: String
  /// What the grader's children get: enough to find the toolchain, and nothing that steers this workbook's manifest.
  package let environment: [String: String]
  /// The compiler beside it.
  package var swiftc: String { swift + "c" }
  /// The toolchain's own linker where it has one that is quicker than the system's; nil for that one.
  package var linker: String? {
    #if os(Linux)
      FileStatus.isProgram(swift.dropLast("swift".count) + "ld.lld") ? "lld" : nil
    #else
      nil
    #endif
  }
  /// Kept by its children until the last process of each group is gone.
  package var lock: FileLock?
  /// The mark of its children in `OrphanProcesses`.
  package var mark: String?
  /// What its programs may use of the machine; nil for all that the user may.
  package var confinement: Confinement?
  /// Whether what it runs is to be given up.
  package var isCancelled: @Sendable () -> Bool = { false }

  private static let passed = [
    "PATH", "HOME", "TMPDIR", "USER", "LANG", "LC_ALL", "DEVELOPER_DIR", "SDKROOT", "TOOLCHAINS",
    "SWIFTLY_HOME_DIR", "SWIFTLY_BIN_DIR", "SWIFTLY_TOOLCHAINS_DIR", "LD_LIBRARY_PATH",
  ]

  package init(from own: [String: String] = ProcessInfo.processInfo.environment) throws {
    environment = own.filter { Self.passed.contains($0.key) }
    let folders = (own["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
    // Relative folders of the PATH are left out: children may be started elsewhere.
    guard
      let found = folders.filter({ $0.hasPrefix("/") }).map({ $0 + "/swift" })
        .first(where: FileStatus.isProgram)
    else {
      throw GraderError.noCompiler
    }
    swift = found
  }
}
