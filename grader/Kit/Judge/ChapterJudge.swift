/// Judges exercises of one chapter, each as if it stood alone, though all are compiled into one module.
///
/// First all that was handed in is laid together, with references standing in for what was not; most often that is all. What
/// does not compile is taken out, so that the rest is judged, and is then judged by itself; what fails where a neighbour's
/// code could be the cause is judged again among references. The first way in which an exercise passes counts.
struct ChapterJudge {
  let curriculum: Curriculum
  let chapter: Chapter
  let subject: Subject
  let bench: Bench
  let runner: SuiteRunner
  /// What is being done now, for those who wait.
  let progress: (String) -> Void
  /// Where given, only these tests of each suite are run.
  let only: Set<String>?
  /// Keeps two exercises that reach each other from asking for each other's verdict without end.
  private var isLookingAtNeighbour = false

  init(
    curriculum: Curriculum, chapter: Chapter, subject: Subject, bench: Bench, runner: SuiteRunner,
    only: Set<String>? = nil,
    progress: @escaping (String) -> Void = { _ in }
  ) {
    self.curriculum = curriculum
    self.chapter = chapter
    self.subject = subject
    self.bench = bench
    self.runner = runner
    self.only = only
    self.progress = progress
  }

  func judge(_ targets: [Exercise]) throws -> [Exercise: Judgement] {
    var verdicts: [Exercise: Judgement] = [:]
    var pending: [Exercise] = []
    for target in targets {
      switch subject.submission(of: target) {
      case .untouched: verdicts[target] = .notStarted
      case .unusable(let diagnostic): verdicts[target] = .doesNotCompile([diagnostic])
      case .written: pending.append(target)
      }
    }
    guard !pending.isEmpty else { return verdicts }

    let layout = Layout(curriculum: curriculum, chapter: chapter, subject: subject)
    let together = try settle(layout, judging: pending)
    for target in pending where together.layout.isLaid(target) {
      verdicts[target] = try judge(target, in: together)
    }
    for target in pending where !together.layout.isLaid(target) {
      verdicts[target] = try judgeBlamed(target, after: together)
    }
    for target in pending { verdicts[target]?.diagnostics += notes(on: target, together) }
    return verdicts
  }

  /// A layout that compiles, and what was said of those that were taken out of it on the way.
  private struct Settled {
    var layout: Layout
    var said: [Exercise: [Diagnostic]] = [:]
    var saidOfExtras: [Diagnostic] = []
    var isBuilt = false
  }

  /// Builds, takes out what is blamed, and builds again until it compiles or nothing is left to judge.
  private func settle(_ layout: Layout, judging targets: [Exercise]) throws -> Settled {
    var settled = Settled(layout: layout)
    settled.layout.targets = targets
    while !settled.layout.judged.isEmpty {
      guard case .failed(let diagnostics, let output) = try build(settled.layout) else {
        settled.isBuilt = true
        return settled
      }
      let blame = Blame(diagnostics, layout: settled.layout)
      if !blame.extras.isEmpty {
        settled.saidOfExtras += blame.extras.flatMap(\.value)
        for name in blame.extras.keys { settled.layout.drop(extra: name) }
      } else if !blame.exercises.isEmpty {
        for (exercise, said) in blame.exercises {
          settled.said[exercise] = said
          settled.layout.takeOut(exercise)
        }
      } else if !blame.standIns.isEmpty {
        // A reference that does not fit to what was handed in: its stub declares the same, and needs nothing.
        for exercise in blame.standIns { settled.layout.useStub(for: exercise) }
      } else if settled.layout.laid.count > 1 {
        // Nobody is named, as when linking fails: each is judged by itself.
        for exercise in settled.layout.laid { settled.layout.takeOut(exercise) }
      } else {
        try provesReferencesBuild(output)
        for exercise in settled.layout.laid {
          settled.said[exercise] = [Diagnostic(message: Self.lastWords(of: output), file: exercise.file)]
          settled.layout.takeOut(exercise)
        }
      }
    }
    return settled
  }

  /// Runs a suite; where it fails and a neighbour could be why, again among references.
  private func judge(_ target: Exercise, in settled: Settled) throws -> Judgement {
    let first = try run(target)
    if first.verdict == .solved { return first }
    let suspects = settled.layout.neighbours(thatReach: target)
    guard !suspects.isEmpty else { return first }

    let alone = try settle(settled.layout.alone(target), judging: [target])
    if alone.isBuilt { return try run(target) }
    // It needs something of a neighbour's that the reference lacks: then only the unsolved ones are replaced.
    guard !isLookingAtNeighbour else { return first }
    var inner = self
    inner.isLookingAtNeighbour = true
    var mixed = settled.layout
    for suspect in suspects where try inner.judge([suspect])[suspect]?.verdict != .solved {
      mixed.takeOut(suspect)
    }
    guard mixed.laid.count < settled.layout.laid.count else { return first }
    let last = try settle(mixed, judging: [target])
    return last.isBuilt && last.layout.isLaid(target) ? try run(target) : first
  }

  /// Judges what was taken out: with the neighbours that compile, then among references.
  private func judgeBlamed(_ target: Exercise, after settled: Settled) throws -> Judgement {
    let said = settled.said[target] ?? []
    var layouts: [Layout] = []
    if settled.said.count > 1 || said.isEmpty {
      var again = settled.layout
      again.putBack(target)
      layouts.append(again)
    }
    var reach = settled.layout
    reach.putBack(target)
    if !reach.neighbours(thatReach: target).isEmpty || layouts.isEmpty && !settled.layout.stubbed.isEmpty {
      layouts.append(reach.alone(target))
    }
    var newest = said
    for layout in layouts {
      let attempt = try settle(layout, judging: [target])
      if attempt.isBuilt, attempt.layout.isLaid(target) { return try judge(target, in: attempt) }
      newest = attempt.said[target] ?? newest
    }
    return .doesNotCompile(newest.isEmpty ? said : newest)
  }

  private func build(_ layout: Layout) throws -> BuildResult {
    progress("building \(layout.judged.map(\.name).joined(separator: ", "))")
    return try bench.build(layout.laying())
  }

  private func run(_ target: Exercise) throws -> Judgement {
    progress("running \(target.suite)")
    let inventory = try curriculum.suite(of: target).tests
    let outcome = try runner.run(target, program: bench.runner(of: chapter), inventory: inventory, only: only)
    let judged = only.map { only in inventory.filter { only.contains($0.name) } } ?? inventory
    guard !judged.isEmpty else { throw Trouble.noTestsRan(target.suiteFile) }
    return Judgement(outcome, of: target, inventory: judged)
  }

  /// Warnings that are not the compiler's: further files that were left out, and imports that are not needed.
  private func notes(on target: Exercise, _ settled: Settled) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    if let first = settled.saidOfExtras.first {
      notes.append(
        Diagnostic(
          severity: .warning,
          message: "this file of your own was left out, because it does not compile: \(first.message)",
          file: first.file, line: first.line, column: first.column))
    }
    return notes + curriculum.importNotes(on: target, in: subject)
  }

  /// Before a file is blamed without a word of the compiler's: do the references build at all?
  private func provesReferencesBuild(_ output: String) throws {
    let solutions = try Subject.solutions(curriculum)
    var layout = Layout(curriculum: curriculum, chapter: chapter, subject: solutions)
    layout.targets = Array(curriculum.exercises(of: chapter).prefix(1))
    if case .failed = try build(layout) { throw Trouble.buildFailed(Self.lastWords(of: output)) }
  }

  private static func lastWords(of output: String) -> String {
    let lines = output.split(whereSeparator: \.isNewline).filter { $0.contains("error") }
    return (lines.last.map { "the build failed: \($0)" } ?? "the build failed without a word").printable
  }
}
