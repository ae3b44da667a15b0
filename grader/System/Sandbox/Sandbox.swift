import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds a way to confine that works here: by doing it. That a program is there says little: containers and some systems forbid
/// what it needs.
package struct Sandbox: Sendable {
  package let isolation: Isolation
  private let path: String

  /// The one that was named, or the strongest that works. Throws where none does.
  package init(_ wanted: Isolation?, toolchain: Toolchain, workbook root: String) throws {
    path = toolchain.environment["PATH"] ?? "/usr/bin:/bin"
    var reasons: [String] = []
    for isolation in wanted.map({ [$0] }) ?? Isolation.tried {
      let probe = SandboxProbe(
        confinement: Confinement(isolation, path: path), toolchain: toolchain, workbook: root)
      if let reason = try probe.failure() {
        reasons.append("\(isolation.rawValue): \(reason)")
      } else {
        self.isolation = isolation
        return
      }
    }
    throw GraderError.noSandbox(reasons: reasons)
  }

  package func confinement() -> Confinement { Confinement(isolation, path: path) }
}

/// Tries a confinement: what has to work, and what must not.
struct SandboxProbe {
  var confinement: Confinement
  let toolchain: Toolchain
  let workbook: String

  /// Why it is not good enough; nil where it is.
  func failure() throws -> String? {
    let own = try TemporaryFolder.make()
    defer { TemporaryFolder.remove(own) }
    let secret = workbook + "/.build/grader/probe-\(UUID().uuidString)"
    try Files.write(Array("untouched".utf8), to: secret)
    chmod(secret, 0o666)
    defer { try? Files.remove(secret) }

    var confinement = confinement
    confinement.writable = [own]
    confinement.readable = try [toolchain.root()]
    confinement.folder = own
    confinement.asNobody = true
    confinement.seconds = 60
    var child = ChildProcess(["/bin/sh", "-c", script(secret), "sh"], with: toolchain)
    do {
      child.command = try confinement.command(child.command)
      let result = try child.run()
      guard result.ending == .exited(0) else {
        let said = (result.errors + "\n" + result.output).split(separator: "\n").last.map(String.init)
        return (said ?? "it does not start").printable
      }
    } catch GraderError.cannotStart(let program, let reason) {
      return "\(program): \(reason)"
    }
    guard confinement.isolation.isWall else { return nil }
    guard try Files.read(secret) == Array("untouched".utf8) else { return "it lets code write elsewhere" }
    return nil
  }

  private func script(_ secret: String) -> String {
    let works = """
      echo x >own || { echo "its own folder cannot be written" >&2; exit 1; }
      '\(toolchain.swiftc)' --version >/dev/null 2>&1 || { echo "the compiler does not start in it" >&2; exit 1; }
      """
    guard confinement.isolation.isWall else { return works }
    return works + """

      (echo touched >'\(secret)') 2>/dev/null && { echo "it lets code write elsewhere" >&2; exit 1; }
      [ "$(grep -c : /proc/net/dev)" -le 1 ] || { echo "it has a network" >&2; exit 1; }
      [ "$(ls -d /proc/[0-9]* | wc -l)" -lt 20 ] || { echo "it shows other processes" >&2; exit 1; }
      exit 0
      """
  }
}

/// A folder for one run of a stranger's code, where everybody's user can reach it.
package enum TemporaryFolder {
  /// Makes one that nobody's user may write to, where a grader of root's gives that up.
  package static func make() throws -> String {
    let folder = "/tmp/postroad-\(UUID().uuidString)"
    try Files.makeFolder(folder)
    if Confinement.isRoot, chown(folder, Confinement.nobody, Confinement.nobody) != 0 {
      throw GraderError.cannotWrite(folder, reason: String(cString: strerror(errno)))
    }
    return folder
  }

  package static func remove(_ folder: String) { try? FileManager.default.removeItem(atPath: folder) }
}
