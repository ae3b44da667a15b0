import CurriculumKit
import SystemKit

/// Judges exercises of one chapter, each as if it were alone though all are compiled into one module.
///
/// A verdict is what an exercise's suite says of it **alone among references**. What does not compile alone, because it uses what
/// the learner declares in another exercise, is tried among the learner's own files. Building several together saves time and may
/// only accept: where everything that was laid passes, and each compiles alone, each is solved.
package struct ChapterJudge {
  package let sources: ChapterSources
  package let builder: any Building
  package let suites: SuiteJudge
  /// How many suites run at once.
  package var width = 1
  /// Whether what passes among the learner's own files is asked, too, whether it compiles without them. The verdict is the same: what
  /// does not is tried among them, and has passed there. It says what a verdict depends on, for those who keep it.
  package var asksAlone = true
  /// What is being done now, for those who wait.
  package var progress: (String) -> Void = { _ in }

  package init(
    sources: ChapterSources, builder: any Building, suites: SuiteJudge,
    progress: @escaping (String) -> Void = { _ in }
  ) {
    self.sources = sources
    self.builder = builder
    self.suites = suites
    self.progress = progress
  }

  package func judge(_ targets: [Exercise]) throws -> [Exercise: Judgement] {
    var verdicts: [Exercise: Judgement] = [:]
    var pending: [Exercise] = []
    for target in targets {
      switch sources.submissions[target] {
      case .untouched: verdicts[target] = .notStarted
      case .unusable(let diagnostic): verdicts[target] = .doesNotCompile([diagnostic])
      case .refused(let diagnostics):
        verdicts[target] = Judgement(verdict: .refused, diagnostics: diagnostics)
      case .written: pending.append(target)
      case nil: throw GraderError.missing(target.file)
      }
    }
    guard sources.hasReferences else {
      return try verdicts.merging(judgeAmongSolved(pending)) { known, _ in known }
    }
    let together = try acceptTogether(pending)
    for target in pending {
      if let accepted = together.accepted[target] {
        verdicts[target] = accepted
        continue
      }
      var judgement = try judgeAlone(target)
      if judgement.verdict == .solved, let neighbours = together.failedAmong[target] {
        judgement.diagnostics += try adviceOnNeighbours(of: target, among: neighbours)
      }
      verdicts[target] = judgement
    }
    return verdicts
  }

  // MARK: Alone

  /// The verdict on an exercise: alone among references, or where it does not compile so, among the learner's own files.
  package func judgeAlone(_ target: Exercise) throws -> Judgement {
    let alone = try build([target], judging: target)
    if let program = alone.program { return try run(target, in: program, with: alone) }
    let own = sources.written.filter { $0 != target }
    if !own.isEmpty, let judgement = try judgeAmongOwn(target, own) { return judgement }
    return try verdictOnRejected(target, alone)
  }

  /// The verdict where the learner's other exercises are laid too; nil where the target does not compile among them either.
  func judgeAmongOwn(_ target: Exercise, _ own: [Exercise]) throws -> Judgement? {
    let all = try sources.recipe(laying: own + [target], judging: [target])
    guard try builder.compiles(target, in: all) else { return nil }
    let attempt = try build(own + [target], judging: target)
    guard let program = attempt.program else { return nil }
    let judgement = try run(target, in: program, with: attempt, evidence: Evidence.amongOwn)
    if judgement.verdict == .solved { return judgement }
    // A neighbour may be the cause: those that are not right themselves make room for references.
    let right = try attempt.laid.filter { neighbour in
      try neighbour != target && judgeAloneOnly(neighbour)?.verdict == .solved
    }
    guard right.count + 1 < attempt.laid.count else { return judgement }
    let among = try build(right + [target], judging: target)
    guard let program = among.program else { return judgement }
    let last = try run(target, in: program, with: among, evidence: Evidence.amongOwn)
    return last.verdict == .solved ? last : judgement
  }

  /// The verdict among references alone, nil where it does not compile there.
  private func judgeAloneOnly(_ exercise: Exercise) throws -> Judgement? {
    let alone = try build([exercise], judging: exercise)
    return try alone.program.map { try run(exercise, in: $0, with: alone) }
  }

  /// A build of one exercise's suite, without whatever else did not compile.
  struct Attempt {
    /// What was handed in and is in the program.
    var laid: [Exercise]
    var dropped: Set<String> = []
    /// What was said of helper files that were left out.
    var helperErrors: [Diagnostic] = []
    var program: TestProgram?
    var rejection: Rejection?
  }

  /// Builds a target's suite with these exercises as they were handed in. Helper files and other exercises that do not compile
  /// are left out; the target never is.
  func build(_ laid: [Exercise], judging target: Exercise) throws -> Attempt {
    var attempt = Attempt(laid: laid)
    while true {
      progress("building \(target.name)")
      let recipe = try sources.recipe(laying: attempt.laid, judging: [target], without: attempt.dropped)
      switch try builder.build(recipe) {
      case .program(let program):
        attempt.program = program
        return attempt
      case .rejected(let rejection):
        attempt.rejection = rejection
        let culprits = Culprits(rejection, recipe: recipe)
        if !culprits.helpers.isEmpty {
          attempt.dropped.formUnion(culprits.helpers)
          attempt.helperErrors += culprits.helperErrors
        } else {
          let others = culprits.exercises.subtracting([target])
          guard !others.isEmpty, !others.isDisjoint(with: attempt.laid) else { return attempt }
          attempt.laid.removeAll(where: others.contains)
        }
      }
    }
  }

  func run(
    _ target: Exercise, in program: TestProgram, with attempt: Attempt, evidence: Evidence = .alone
  ) throws -> Judgement {
    progress("running \(target.suite)")
    guard let suite = program.suite(of: target) else { throw GraderError.noTestsRan(target.suiteFile) }
    var judgement = try suites.judge(suite)
    judgement.evidence = evidence
    judgement.diagnostics += notes(on: attempt.helperErrors)
    return judgement
  }

  // MARK: Rejected

  /// The verdict on what does not compile. Only what the compiler says of the learner's own files is blamed on them at once; all
  /// else has to be theirs because the reference builds in the same place.
  func verdictOnRejected(_ target: Exercise, _ attempt: Attempt) throws -> Judgement {
    guard let rejection = attempt.rejection else { throw GraderError.noTestsRan(target.suiteFile) }
    let own = rejection.errors.filter { $0.file.map(isSubmitted) ?? false }
    if own.isEmpty { try requireReferenceBuilds(target) }
    let blamed = own.isEmpty ? Self.blame(on: target, rejection) : own
    let others = rejection.diagnostics.filter {
      !blamed.contains($0) && $0.severity != .error && $0.file.map(isSubmitted) ?? false
    }
    var judgement = Judgement.doesNotCompile(blamed + others)
    judgement.evidence = .amongOwn
    judgement.diagnostics += notes(on: attempt.helperErrors)
    return judgement
  }

  private func isSubmitted(_ path: String) -> Bool {
    sources.written.contains { $0.file == path || $0.solution == path }
      || sources.helpers.contains { $0.path == path }
  }

  /// What a learner is told where the compiler names files that are not theirs, or none.
  private static func blame(on target: Exercise, _ rejection: Rejection) -> [Diagnostic] {
    let file = target.file
    guard let first = rejection.errors.first else {
      return [Diagnostic(message: rejection.lastError, file: file)]
    }
    if first.file == target.suiteFile {
      let message =
        "The tests no longer compile against this file: \(first.message). Restore the declarations from the stub."
      return [Diagnostic(message: message, file: file), first]
    }
    let message =
      "This file does not fit to the rest of its chapter: \(first.message). Rename what you declare, or make it private."
    return [Diagnostic(message: message, file: file), first]
  }

  /// Throws where the course itself does not build: then nothing is the learner's fault.
  private func requireReferenceBuilds(_ target: Exercise) throws {
    let recipe = try sources.recipe(laying: [], judging: [target])
    guard case .rejected(let rejection) = try builder.build(recipe) else { return }
    let first = rejection.errors.first
    throw GraderError.courseDoesNotBuild(
      file: first?.file, line: first?.line, reason: first?.message ?? rejection.lastError)
  }

  /// What is to be said of helper files that were left out.
  private func notes(on errors: [Diagnostic]) -> [Diagnostic] {
    let broken = errors.first.map { error in
      Diagnostic(
        severity: .warning,
        message: "this file of your own was left out, because it does not compile: \(error.message)",
        file: error.file, line: error.line, column: error.column)
    }
    return broken.map { [$0] } ?? []
  }

  // MARK: Together

  struct Together {
    var accepted: [Exercise: Judgement] = [:]
    /// Who failed together, with those they were laid among.
    var failedAmong: [Exercise: [Exercise]] = [:]
  }

  /// Accepts what passes in a program in which everything passes. Says nothing of anything else.
  func acceptTogether(_ targets: [Exercise]) throws -> Together {
    var together = Together()
    var laid = targets
    var dropped: Set<String> = []
    var helperErrors: [Diagnostic] = []
    // One alone is tried together with references, which there have to be.
    while laid.count > (sources.hasReferences ? 1 : 0) {
      progress("building \(laid.map(\.name).joined(separator: ", "))")
      let recipe = try sources.recipe(laying: laid, judging: laid, without: dropped)
      switch try builder.build(recipe) {
      case .rejected(let rejection):
        let culprits = Culprits(rejection, recipe: recipe)
        guard !culprits.helpers.isEmpty || !culprits.exercises.isEmpty else { return together }
        dropped.formUnion(culprits.helpers)
        helperErrors += culprits.helperErrors
        laid.removeAll(where: culprits.exercises.contains)
      case .program(let program):
        let passed = try passes(laid, in: program)
        let failed = laid.filter { passed[$0] == nil }
        for target in failed where together.failedAmong[target] == nil {
          together.failedAmong[target] = laid
        }
        guard failed.isEmpty else {
          laid.removeAll(where: failed.contains)
          continue
        }
        guard sources.hasReferences else {
          together.accepted = passed
          return together
        }
        for target in laid {
          guard var judgement = passed[target] else { continue }
          if asksAlone {
            progress("checking \(target.name)")
            let alone = try sources.recipe(laying: [target], judging: [target], without: dropped)
            guard try builder.compiles(target, in: alone) else { continue }
          } else {
            judgement.evidence = .amongOwn
          }
          judgement.diagnostics += notes(on: helperErrors)
          together.accepted[target] = judgement
        }
        return together
      }
    }
    return together
  }

  /// Those of the laid exercises whose suites pass.
  private func passes(_ laid: [Exercise], in program: TestProgram) throws -> [Exercise: Judgement] {
    progress("running \(laid.count.pluralized("suite"))")
    let linked = try laid.map { target in
      guard let suite = program.suite(of: target) else { throw GraderError.noTestsRan(target.suiteFile) }
      return suite
    }
    let judgements = try suites.passes(each: linked, atOnce: width)
    return Dictionary(
      uniqueKeysWithValues: zip(laid, judgements).compactMap { target, judgement in
        judgement.map { (target, $0) }
      })
  }

  /// Names the neighbour with which a solved exercise fails.
  private func adviceOnNeighbours(of target: Exercise, among neighbours: [Exercise]) throws -> [Diagnostic] {
    for neighbour in neighbours where neighbour != target {
      progress("trying \(target.name) with \(neighbour.name)")
      let recipe = try sources.recipe(laying: [neighbour, target], judging: [target])
      guard case .program(let program) = try builder.build(recipe), let suite = program.suite(of: target)
      else { continue }
      if try suites.passes(suite) == nil {
        return [
          Diagnostic(
            severity: .warning,
            message:
              "\(target.id) is solved, but fails when it uses your own \(neighbour.id): look at \(neighbour.id) again",
            file: neighbour.file)
        ]
      }
    }
    return []
  }
}
