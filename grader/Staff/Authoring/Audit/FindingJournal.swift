import GraderKit
import Synchronization

/// Collects findings in order, each once, and shows them as they come.
///
/// One error in the vocabulary is found in every chapter: it is one finding.
final class FindingJournal: Sendable {
  private struct Key: Hashable {
    let rule: String
    let message: String
  }

  private let state = Mutex((findings: [Finding](), seen: Set<Key>()))
  private let show: @Sendable ([Finding]) -> Void

  init(show: @escaping @Sendable ([Finding]) -> Void) { self.show = show }

  var findings: [Finding] { state.withLock(\.findings) }

  func add(_ found: [Finding]) {
    let new = state.withLock { state in
      let new = found.filter { state.seen.insert(Key(rule: $0.rule, message: $0.message)).inserted }
      state.findings += new
      return new
    }
    if !new.isEmpty { show(new) }
  }
}
