import Foundation
import Synchronization

@testable import SystemKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A Slurm of one node on loopback, in a folder of its own. Nothing of the machine's own Slurm is read or changed, and it needs no root.
///
/// Its daemons share a process group that ends with the tests, even when those are killed. What they start leaves the group and carries
/// the mark instead.
final class SlurmCluster: Sendable {
  /// Why there is none here.
  struct CannotStart: Error, CustomStringConvertible {
    let description: String
  }

  private static let programs = ["munged", "slurmctld", "slurmd", "sbatch", "srun", "scontrol", "scancel"]
  static let isInstalled = programs.allSatisfy { program($0) != nil }

  /// The one that all tests use; nil where it cannot be started, which standard error explains.
  static let shared: SlurmCluster? = {
    do {
      let cluster = try SlurmCluster()
      atexit { SlurmCluster.shared?.end() }
      return cluster
    } catch {
      FileHandle.standardError.write(Data("A one-node Slurm cannot be started here: \(error)\n".utf8))
      return nil
    }
  }()

  /// Short and without a space: a socket's path has at most 107 bytes, and Slurm's configuration no quotes.
  let folder = "/tmp/postroad-slurm-\(UUID().uuidString.prefix(8))"
  private let mark: String
  private let watchdog: Watchdog
  private let toolchain: Toolchain
  /// The daemons that stay this process's children.
  private let daemons = Mutex<[Int32]>([])

  /// Seconds for the first job to run. It takes one.
  private static let patience = 60

  private init() throws {
    mark = OrphanProcesses.mark(in: folder)
    toolchain = try Toolchain()
    watchdog = try Watchdog(.kill, mark: mark)
    do {
      try start()
    } catch {
      end()
      throw error
    }
  }

  private func start() throws {
    let files = FileManager.default
    leftovers.withLock { $0.append(folder) }
    try files.createDirectory(
      atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    for name in ["state", "spool"] { try Files.makeFolder("\(folder)/\(name)") }
    try Files.write(Array(SlurmConfiguration.text(in: folder).utf8), to: configuration)
    try Files.write((0..<128).map { _ in .random(in: 0...255) }, to: folder + "/munge.key")
    try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder + "/munge.key")
    // It goes into the background when its socket is there.
    let munged = try spawn(
      "munged", ["--force"] + SlurmConfiguration.munge.map { "--\($0.option)=\(folder)/\($0.file)" })
    guard Self.wait(for: munged) == 0 else { throw CannotStart(description: "munged: \(log("munged"))") }
    for (name, options) in [("slurmctld", ["-c"]), ("slurmd", ["-N", SlurmConfiguration.node])] {
      let daemon = try spawn(name, ["-D", "-f", configuration] + options)
      daemons.withLock { $0.append(daemon) }
    }
    let first = try run("srun", "--quiet", "--immediate=\(Self.patience)", "true")
    guard first.ending == .exited(0) else {
      throw CannotStart(description: first.output + log("slurmctld") + log("slurmd"))
    }
  }

  private func end() {
    watchdog.end()
    for daemon in daemons.withLock({ $0 }) { _ = Self.wait(for: daemon) }
    OrphanProcesses.end(mark: mark)
  }

  private static func wait(for process: Int32) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
    return status
  }

  private var configuration: String { folder + "/slurm.conf" }
  private var environment: [String: String] {
    toolchain.environment.merging(["SLURM_CONF": configuration, OrphanProcesses.variable: mark]) { $1 }
  }

  private static func program(_ name: String) -> String? {
    Browser.find([name])
      ?? ["/usr/sbin/", "/usr/local/sbin/"].map { $0 + name }.first(where: FileStatus.isProgram)
  }

  private func spawn(_ name: String, _ arguments: [String]) throws -> Int32 {
    let output = open("\(folder)/\(name).log", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    defer { close(output) }
    return try Spawn(
      command: [Self.program(name) ?? name] + arguments, environment: environment,
      descriptors: [nil, output, output], group: watchdog.group
    ).start()
  }

  private func log(_ name: String) -> String {
    String(decoding: (try? Files.read("\(folder)/\(name).log")) ?? [], as: UTF8.self)
  }

  /// Runs one of Slurm's commands. A job gets its environment.
  func run(_ name: String, _ arguments: String..., with variables: [String: String] = [:]) throws
    -> ChildProcess.Result
  {
    try run(name, arguments, with: variables)
  }

  func run(_ name: String, _ arguments: [String], with variables: [String: String] = [:]) throws
    -> ChildProcess.Result
  {
    // The mark is for the job, and not for what ends this command.
    let own = environment.merging(variables) { $1 }.map { "\($0.key)=\($0.value)" }
    var child = ChildProcess(
      ["/usr/bin/env"] + own + [Self.program(name) ?? name] + arguments, with: toolchain)
    child.mergesErrors = true
    child.deadline = 2.0 * Double(Self.patience)
    return try child.run()
  }
}
