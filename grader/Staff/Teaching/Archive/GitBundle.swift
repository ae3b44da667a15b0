import Foundation
import SystemKit

/// Reads a git bundle (gitformat-bundle(5)) by git itself, where it can do no harm: git unpacks what strangers packed.
///
/// Git is given no configuration but its own defaults, checks nothing out and runs no hook: the files of one commit come out as a tar.
package struct GitBundle: Sendable {
  private let toolchain: Toolchain
  private let sandbox: Sandbox

  package init(toolchain: Toolchain, sandbox: Sandbox) {
    self.toolchain = toolchain
    self.sandbox = sandbox
  }

  package static func isBundle(_ bytes: [UInt8]) -> Bool {
    ["# v2 git bundle\n", "# v3 git bundle\n"].contains { bytes.starts(with: $0.utf8) }
  }

  /// Seconds on a processor for each program, and bytes of data: a repository of this course needs a hundredth of both.
  private static let seconds = 60
  private static let dataBytes = 1 << 30

  /// What the script says of a bundle that git refuses.
  private enum Answer: Int32 {
    case noGit = 21
    case unreadable = 22
    case severalBranches = 23
    case missesHistory = 24
    case noCommit = 25
  }

  /// The files of HEAD, or where there is none of `main`, `master` or the only branch.
  private static let script = """
    command -v git >/dev/null || exit \(Answer.noGit.rawValue)
    git init -q --bare --template= repository || exit \(Answer.noGit.rawValue)
    git -C repository bundle list-heads ../bundle >heads || exit \(Answer.unreadable.rawValue)
    chosen=
    for wanted in HEAD refs/heads/main refs/heads/master; do
      while read -r _ name; do
        if [ -z "$chosen" ] && [ "$name" = "$wanted" ]; then chosen=$name; fi
      done <heads
    done
    if [ -z "$chosen" ]; then
      case $(grep -c ' refs/heads/' heads) in
        0) exit \(Answer.noCommit.rawValue) ;;
        1) ;;
        *) exit \(Answer.severalBranches.rawValue) ;;
      esac
      read -r _ chosen <<EOF
    $(grep ' refs/heads/' heads)
    EOF
    fi
    git -C repository bundle verify -q ../bundle || exit \(Answer.missesHistory.rawValue)
    git -C repository fetch -q --no-tags ../bundle "+$chosen:refs/heads/handed-in" || exit \(Answer.unreadable.rawValue)
    git -C repository archive --format=tar -o ../files.tar handed-in || exit \(Answer.noCommit.rawValue)
    """

  /// The files as a tar. Throws an `ArchiveFault` for a bundle that is none, and trouble where git is not there.
  package func tar(_ bundle: [UInt8]) throws -> [UInt8] {
    let own = try TemporaryFolder.make()
    defer { TemporaryFolder.remove(own) }
    try Files.write(bundle, to: own + "/bundle")
    var confinement = sandbox.confinement()
    confinement.writable = [own]
    confinement.folder = own
    confinement.asNobody = true
    confinement.seconds = Self.seconds
    confinement.dataBytes = Self.dataBytes
    // One block more than is read: what is larger is seen to be.
    confinement.fileBytes = ArchiveLimits.mostUnpacked + 512
    var child = ChildProcess(
      ["/bin/sh", "-c", Self.script, "sh"], with: toolchain,
      environment: [
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_TERMINAL_PROMPT": "0", "HOME": own,
      ])
    child.folder = own
    child.confinement = confinement
    let result = try child.run()
    let tar = own + "/files.tar"
    guard FileStatus.size(tar) <= ArchiveLimits.mostUnpacked else { throw ArchiveFault.tooLarge }
    guard case .exited(let status) = result.ending else { throw ArchiveFault.damaged }
    if status == 0 {
      guard let bytes = try Files.readPlain(tar, most: ArchiveLimits.mostUnpacked) else {
        throw ArchiveFault.tooLarge
      }
      return bytes
    }
    switch Answer(rawValue: status) {
    case .noGit:
      throw GraderError.cannotStart("git", reason: "a bundle is read by git, which is not installed")
    case .severalBranches:
      throw ArchiveFault.unsupported(
        "the bundle has several branches and no HEAD: `git bundle create FILE HEAD`")
    case .missesHistory:
      throw ArchiveFault.unsupported("the bundle is a part of a history: `git bundle create FILE HEAD`")
    case .unreadable, .noCommit, nil: throw ArchiveFault.damaged
    }
  }
}
