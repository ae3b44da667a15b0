import CurriculumKit
import Foundation
import JudgeKit
import SystemKit

/// The bench with all that is needed to judge on it, held by one grader at a time.
package struct JudgingContext {
  package let curriculum: Curriculum
  package let workspace: Workspace
  package let suites: SuiteJudge
  /// What the suites' processes are started with.
  package let toolchain: Toolchain
  package let activity: Activity
  private let lock: FileLock
  /// Whether what is judged is a stranger's.
  private let isConfined: Bool
  /// How many suites run at once.
  private let width: Int
  /// One alone uses one core and 37 MB, and hostile ones have a GiB each.
  package static let mostAtOnce = min(4, ProcessInfo.processInfo.activeProcessorCount)

  /// Waits until no other grader works here.
  package init(_ session: Session, activity: Activity) throws {
    let lock = try Self.takeLock(session, activity)
    OrphanProcesses.endAll(in: session.workbook.root)
    try self.init(session, activity: activity, lock: lock)
  }

  /// Waits until no other grader works here, and tells for whom.
  package static func takeLock(_ session: Session, _ activity: Activity) throws -> FileLock {
    let file = lockFile(session.workbook)
    let lock = try FileLock(file) {
      let holder = FileLock.holder(of: file).map { ": \($0)" } ?? ""
      activity.announce("waiting for another grader to finish\(holder)")
    }
    lock.sign(holder(CommandLine.arguments))
    return lock
  }

  /// How this grader is named to others that wait for it.
  package static func holder(_ arguments: [String]) -> String {
    let line = (["grader"] + arguments.dropFirst()).joined(separator: " ")
    return "`\(line.cut(to: 40))`, process \(getpid())"
  }

  /// Held by the one grader that works on the benches.
  package static func lockFile(_ workbook: Workbook) -> String { workbook.absolute(".build/grader/lock") }

  /// One of several under the same lock, each with a bench of its own name.
  /// With a sandbox, what is built and run on it is a stranger's. Who works side by
  /// side with others runs fewer suites at once.
  package init(
    _ session: Session, activity: Activity, lock: FileLock, bench name: String = "bench",
    sandbox: Sandbox? = nil, atOnce width: Int = mostAtOnce
  ) throws {
    self.width = width
    curriculum = session.curriculum
    self.activity = activity
    self.lock = lock
    isConfined = sandbox != nil
    var toolchain = try Toolchain()
    toolchain.isCancelled = session.isCancelled
    toolchain.lock = lock
    toolchain.mark = OrphanProcesses.mark(in: session.workbook.root, bench: name)
    toolchain.confinement = sandbox?.confinement()
    if !session.workbook.exists(".build/grader/\(name)/.build") {
      activity.announce("building the tests for the first time, which takes longer than later builds")
    }
    self.toolchain = toolchain
    workspace = try Workspace(curriculum: session.curriculum, toolchain: toolchain, name: name)
    suites = SuiteJudge(
      runner: SuiteRunner(workbook: session.workbook, toolchain: toolchain), patience: session.patience)
  }

  /// Judges exercises of one chapter.
  package func judge(
    _ exercises: [Exercise], from sources: ChapterSources, patience: Double? = nil, onlyTest: String? = nil
  ) throws -> [Exercise: Judgement] {
    if isConfined, sources.helpers.isEmpty {
      // A plan is made with references, and strangers' code is then compiled alone, with less time.
      try workspace.prepare(sources.recipe(laying: [], judging: exercises))
    }
    var suites = suites
    suites.only = onlyTest
    if let patience { suites.patience = patience }
    var judge = ChapterJudge(
      sources: sources, builder: workspace, suites: suites,
      progress: { activity.say("\(sources.chapter.name): \($0)") })
    judge.width = width
    // A stranger's verdict is not kept beside the files that it depends on.
    judge.asksAlone = !isConfined
    return try judge.judge(exercises)
  }

  /// Judges one text in the place of an exercise, among references.
  package func judge(_ exercise: Exercise, as text: String, patience: Double? = nil) throws -> Judgement {
    let sources = try ChapterSources(
      exercise.chapter, subject: .only(exercise, text: text), curriculum: curriculum)
    return try judge([exercise], from: sources, patience: patience)[exercise] ?? .notStarted
  }
}
