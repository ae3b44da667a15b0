import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a command may use of the machine. A command is confined by putting others before it.
package struct Confinement: Sendable {
  package let isolation: Isolation
  /// Folders it may write to; at most three with the readable ones.
  package var writable: [String] = []
  /// Folders that are shown to it though they are where homes are hidden.
  package var readable: [String] = []
  /// The folder it begins in.
  package var folder: String?
  /// Seconds on a processor, for each process.
  package var seconds: Int?
  /// Bytes of data that it may ask for, and of a file that it may write.
  package var dataBytes: Int?
  package var fileBytes: Int?
  /// Whether a grader that was started by root gives that up for it.
  package var asNobody = false
  /// Where the programs are that confine: PATH.
  private let path: String

  package init(_ isolation: Isolation, path: String) {
    self.isolation = isolation
    self.path = path
  }

  /// The user that nobody is: nothing on the machine belongs to it.
  package static let nobody: UInt32 = 65534
  package static var isRoot: Bool { geteuid() == 0 }

  /// Folders whose content is nobody's business. A temporary folder of its own is in their place.
  static let hidden = ["/tmp", "/var/tmp", "/home", "/root", "/run", "/mnt", "/media", "/srv"]
  /// Bytes in each of those.
  static let mostTemporary = 256 << 20

  /// Seconds that a process has to write down where it was when its time was over.
  private static let secondsToLeave = 5

  /// The command with what confines it. Throws where a program for that is missing.
  package func command(_ command: [String]) throws -> [String] {
    let limited = ["/bin/sh", "-c", limits, "sh"] + command
    let gives = asNobody && Self.isRoot
    let drop = gives ? [try tool("setpriv")] + Self.giveUpRoot : []
    switch isolation {
    case .external, .none: return drop + limited
    case .bubblewrap: return drop + [try tool("bwrap")] + bubblewrap + ["--"] + limited
    case .unshare:
      let own = Self.isRoot ? [] : ["--user", "--map-root-user"]
      let namespaces = [
        "--mount", "--pid", "--net", "--ipc", "--uts", "--fork", "--kill-child", "--mount-proc",
      ]
      let last = [try tool("setpriv")] + (gives ? Self.giveUpRoot : []) + Self.giveUpRights
      return [try tool("unshare")] + own + namespaces + ["/bin/sh", "-c", mounts, "sh"] + last + limited
    }
  }

  private static let giveUpRoot = ["--reuid=\(nobody)", "--regid=\(nobody)", "--clear-groups"]
  private static let giveUpRights = ["--no-new-privs", "--bounding-set=-all", "--inh-caps=-all"]

  private func tool(_ name: String) throws -> String {
    let folders = path.split(separator: ":").map(String.init) + ["/usr/sbin", "/sbin"]
    guard let found = folders.map({ "\($0)/\(name)" }).first(where: FileStatus.isProgram) else {
      throw GraderError.cannotStart(name, reason: "it is not installed")
    }
    return found
  }

  /// A shell that lives as long as the command: the first process of a namespace is sent no signal that it does not expect.
  private var limits: String {
    var lines = ["ulimit -c 0"]
    if let seconds {
      // First a signal that names its reason, then one that cannot be ignored.
      lines.append("ulimit -S -t \(seconds)")
      lines.append("ulimit -H -t \(seconds + Self.secondsToLeave)")
    }
    if let dataBytes { lines.append("ulimit -d \(dataBytes >> 10)") }
    // In blocks of 512 bytes, as POSIX has it.
    if let fileBytes { lines.append("ulimit -f \(fileBytes >> 9)") }
    if let folder, !isolation.isWall { lines.append("cd \(folder.quoted)") }
    return (lines + ["\"$@\"", "exit $?"]).joined(separator: "\n")
  }

  private var bubblewrap: [String] {
    var words = [
      "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--ro-bind", "/", "/",
      "--dev", "/dev", "--proc", "/proc",
    ]
    for folder in Self.hidden where Self.isRealFolder(folder) {
      words += ["--size", "\(Self.mostTemporary)", "--tmpfs", folder]
    }
    for path in readable { words += ["--ro-bind", path, path] }
    for path in writable { words += ["--bind", path, path] }
    return words + ["--setenv", "HOME", "/tmp", "--setenv", "TMPDIR", "/tmp", "--chdir", folder ?? "/"]
  }

  private static func isRealFolder(_ path: String) -> Bool { (try? Files.kind(path)) == .folder }

  /// Builds the view of the machine in a mount namespace of its own, then becomes the command.
  private var mounts: String {
    // Held open, so that they can be shown again after what they are in is hidden. A shell has nine descriptors.
    let shown = readable.map { ($0, "ro") } + writable.map { ($0, "rw") }
    let devices = ["null", "zero", "urandom"]
    let opens =
      shown.enumerated().map { "exec \($0 + 3)<\($1.0.quoted)" }
      + devices.enumerated().map { "exec \($0 + 7)</dev/\($1)" }
    let hides = Self.hidden.map { "hide \($0)" }
    let shows = shown.enumerated().map { number, entry in
      """
      mkdir -p \(entry.0.quoted)
      mount --no-canonicalize --bind /proc/self/fd/\(number + 3) \(entry.0.quoted)
      mount -o remount,bind,\(entry.1) \(entry.0.quoted)
      """
    }
    let nodes = devices.enumerated().map { number, device in
      "touch /dev/\(device); mount --no-canonicalize --bind /proc/self/fd/\(number + 7) /dev/\(device)"
    }
    let closes = (3...9).map { "exec \($0)<&-" }
    return """
      set -e
      hide() {
        if [ -d "$1" ] && [ ! -L "$1" ]; then mount -t tmpfs -o size=\(Self.mostTemporary),mode=1777 tmpfs "$1"; fi
      }
      \(opens.joined(separator: "\n"))
      while read -r _ place _ _; do
        place=$(printf '%b' "$place")
        case "$place" in /proc|/proc/*|/sys|/sys/*|/dev|/dev/*) ;; *) mount -o remount,bind,ro "$place" 2>/dev/null || true ;; esac
      done </proc/self/mounts
      \(hides.joined(separator: "\n"))
      mount -t tmpfs -o size=1m,mode=755 tmpfs /dev
      \(nodes.joined(separator: "\n"))
      mkdir -m 1777 /dev/shm
      \(shows.joined(separator: "\n"))
      \(closes.joined(separator: "; "))
      export HOME=/tmp TMPDIR=/tmp
      cd \((folder ?? "/").quoted)
      exec "$@"
      """
  }
}

extension String {
  /// As one word of a shell's.
  fileprivate var quoted: String { "'" + replacing("'", with: "'\\''") + "'" }
}
