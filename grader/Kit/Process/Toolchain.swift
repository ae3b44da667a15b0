import Foundation

/// Where the compiler is, and the environment it is started in.
struct Toolchain: Sendable {
  /// The absolute path of `swift`.
  let swift: String
  /// What the grader's children get: enough to find the toolchain, and nothing that steers this workbook's manifest.
  let environment: [String: String]
  /// The compiler beside it.
  var swiftc: String { swift + "c" }
  /// Names the compiler that it is.
  var identity: String { Fingerprint.stamp(URL(filePath: swift).resolvingSymlinksInPath().path(percentEncoded: false)) }
  /// Whether what it runs is to be given up.
  var isCancelled: @Sendable () -> Bool = { false }

  private static let passed = [
    "PATH", "HOME", "TMPDIR", "USER", "LANG", "LC_ALL", "DEVELOPER_DIR", "SDKROOT", "TOOLCHAINS",
    "SWIFTLY_HOME_DIR",
    "SWIFTLY_BIN_DIR", "LD_LIBRARY_PATH",
  ]

  init(from own: [String: String] = ProcessInfo.processInfo.environment) throws {
    environment = own.filter { Self.passed.contains($0.key) }
    let folders = (own["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    guard
      let found = folders.map({ $0 + "/swift" }).first(where: FileManager.default.isExecutableFile(atPath:))
    else {
      throw Trouble.noCompiler
    }
    swift = String(found)
  }
}
