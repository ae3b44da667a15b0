import Foundation

/// A program of Debian's that a test asks: in the folder that `POSTROAD_SERVERS` names, or where programs usually are.
struct Program: Sendable {
  let path: String
  private let environment: [String: String]

  /// Nil where there is none of this name.
  init?(_ name: String) {
    let own = ProcessInfo.processInfo.environment
    let usual = (own["PATH"] ?? "").split(separator: ":").map(String.init) + ["/usr/sbin", "/usr/local/sbin"]
    let unpacked = (own["POSTROAD_SERVERS"] ?? "").split(separator: ":").map(String.init)
    let folders = unpacked.flatMap { [$0 + "/usr/sbin", $0 + "/usr/bin"] } + usual
    guard
      let found = folders.map({ $0 + "/" + name }).first(where: FileManager.default.isExecutableFile(atPath:))
    else { return nil }
    path = found
    // An unpacked program brings its libraries along.
    let libraries = unpacked.flatMap { folder in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/usr/lib")) ?? []
      return names.filter { $0.hasSuffix("-linux-gnu") }.map { "\(folder)/usr/lib/\($0)" }
    }
    environment = own.merging(["LD_LIBRARY_PATH": libraries.joined(separator: ":")]) { _, new in new }
  }

  /// Starts it as a daemon of ours, with its output thrown away.
  func start(_ arguments: [String]) throws -> Daemon {
    try Daemon(path: path, arguments: arguments, environment: environment)
  }

  /// What it prints until it ends.
  func output(_ arguments: [String]) throws -> String { try begin(arguments).output() }

  /// Starts it, for its output to be read later. No thread of ours waits for it: those of a test may all be taken by others. What it
  /// prints meanwhile has to fit into a pipe, 64 KiB.
  func begin(_ arguments: [String]) throws -> Begun {
    let process = prepared(arguments)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    return Begun(process: process, pipe: pipe)
  }

  /// A program that runs.
  struct Begun {
    fileprivate let process: Process
    fileprivate let pipe: Pipe

    /// What it prints until it ends.
    func output() throws -> String {
      let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return String(decoding: data, as: UTF8.self)
    }
  }

  private func prepared(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return process
  }
}
