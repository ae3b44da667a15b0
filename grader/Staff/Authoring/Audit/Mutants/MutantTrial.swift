import CurriculumKit
import SystemKit

/// Tries some mutants of one exercise: as many as can be in one program, the others one by one.
struct MutantTrial {
  enum Fate: Sendable {
    /// A test failed, or the suite crashed or hung.
    case killed
    case survived
    /// It does not compile, and so is no mutant.
    case uncompilable
  }

  let exercise: Exercise
  let source: MutantSource
  /// The suites that the programs hold: where they are always the same, they are compiled once.
  let suites: [Exercise]
  let bench: any MutantBench

  init(_ exercise: Exercise, _ source: MutantSource, linking suites: [Exercise], on bench: any MutantBench) {
    (self.exercise, self.source, self.suites, self.bench) = (exercise, source, suites, bench)
  }

  /// The fates in the order of the mutants.
  func run(_ mutants: [Mutant]) throws -> [Fate] {
    var fates: [Int: Fate] = [:]
    let bodies = source.bodies
    let all = mutants.enumerated().map { MutantSchema.Choice(number: $0 + 1, mutant: $1) }
    var together = all.filter { choice in bodies.contains { MutantSchema.holds($0, choice.mutant) } }
    var alone = all.filter { choice in !bodies.contains { MutantSchema.holds($0, choice.mutant) } }
    while !together.isEmpty {
      bench.say("\(exercise.id) \(exercise.name): building \(together.count.pluralized("mutant"))")
      let schema = MutantSchema(source, together, in: bodies)
      let round = try bench.tryOut(
        exercise, text: schema.text, choosing: [0] + together.map(\.number), linking: suites)
      switch round {
      case .ran(let passed):
        guard passed[0] == true else { throw GraderError.suiteRefusesSolution(exercise) }
        for choice in together { fates[choice.number] = passed[choice.number] == true ? .survived : .killed }
        together = []
      case .rejected(let diagnostics):
        let errors = diagnostics.filter { $0.file == exercise.solution }.compactMap(\.line)
        let named = Set(errors.compactMap(schema.owner))
        if named.isEmpty {
          // What nobody can be named for is tried one by one.
          var moved = Set(errors.flatMap(schema.suspects))
          if moved.isEmpty { moved = Set(together.map(\.number)) }
          alone += together.filter { moved.contains($0.number) }
          together.removeAll { moved.contains($0.number) }
        } else {
          together = together.compactMap { choice in
            guard named.contains(choice.number) else { return choice }
            let next = choice.nextForm
            if next == nil { fates[choice.number] = .uncompilable }
            return next
          }
        }
      }
    }
    for choice in alone { fates[choice.number] = try runAlone(choice) }
    return all.map { fates[$0.number] ?? .uncompilable }
  }

  private func runAlone(_ choice: MutantSchema.Choice) throws -> Fate {
    bench.say("\(exercise.id) \(exercise.name): \(choice.mutant.kind.rawValue) in line \(choice.mutant.line)")
    var choice: MutantSchema.Choice? = choice
    while let tried = choice {
      let text = String(
        decoding: tried.mutant.applied(to: source.code.source, form: tried.form), as: UTF8.self)
      if case .ran(let passed) = try bench.tryOut(exercise, text: text, choosing: [0], linking: suites) {
        return passed[0] == true ? .survived : .killed
      }
      choice = tried.nextForm
    }
    return .uncompilable
  }
}

extension MutantSchema.Choice {
  /// The same mutant in the form to try where this one does not compile.
  fileprivate var nextForm: Self? {
    guard form + 1 < mutant.forms.count else { return nil }
    var next = self
    next.form += 1
    return next
  }
}

extension GraderError {
  fileprivate static func suiteRefusesSolution(_ exercise: Exercise) -> GraderError {
    .damaged(
      exercise.suiteFile,
      reason: "it does not pass on the solution; `swift run grader check \(exercise.id)` says why.")
  }
}
