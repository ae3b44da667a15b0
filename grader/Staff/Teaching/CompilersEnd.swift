import CurriculumKit
import GraderKit
import JudgeKit
import SystemKit

/// Judges a chapter where some of the code ends the compiler itself: by its length, or by a fault of the compiler's. Each exercise
/// is judged alone, so that no other pays for it.
struct CompilersEnd {
  let workshop: JudgingContext
  let sources: ChapterSources
  /// How many times as long as usual the compiler may take, one after the other.
  var paces = CompilerTime.paces

  private enum Attempt {
    case judged([Exercise: Judgement])
    case ended(GraderError)
  }

  func judge(_ written: [Exercise], after error: GraderError) throws -> [Exercise: Judgement] {
    guard !sources.helpers.isEmpty else { return try judgeAlone(written, after: error) }
    // Further files are compiled with each exercise: they may be the cause of all.
    switch try attempt(written, from: sources.withoutHelpers) {
    case .judged(let judgements): return judgements.mapValues(Self.withoutHelpers)
    case .ended: return try judgeAlone(written, after: error)
    }
  }

  /// So often each is tried with further files of its own; then those are left out, or all of them would be waited for each time.
  private static let mostEndsWithHelpers = 2

  private func judgeAlone(_ written: [Exercise], after error: GraderError) throws -> [Exercise: Judgement] {
    var judgements: [Exercise: Judgement] = [:]
    var ends = 0
    for exercise in written {
      let keeps = sources.helpers.isEmpty || ends < Self.mostEndsWithHelpers
      // What was built alone needs no second try.
      let known = written.count == 1 && sources.helpers.isEmpty ? error : nil
      let (judgement, isEnded) = try judge(
        exercise, from: keeps ? sources : sources.withoutHelpers, after: known)
      ends += isEnded ? 1 : 0
      judgements[exercise] = keeps ? judgement : Self.withoutHelpers(judgement)
    }
    return judgements
  }

  /// The verdict on one, and whether it ended the compiler.
  private func judge(_ exercise: Exercise, from sources: ChapterSources, after error: GraderError?) throws
    -> (Judgement, isEnded: Bool)
  {
    defer { workshop.workspace.pace = paces[0] }
    var error = error
    for pace in paces {
      workshop.workspace.pace = pace
      if error == nil || pace > paces[0] {
        switch try attempt([exercise], from: sources) {
        case .judged(let judgements): return (judgements[exercise] ?? .notStarted, false)
        case .ended(let reason): error = reason
        }
      }
      workshop.workspace.pace = pace * CompilerTime.referenceShare
      if try referenceIsCompiled(exercise) { return (Self.blamed(exercise, error), true) }
    }
    throw error ?? .compilerOutOfTime
  }

  private func attempt(_ exercises: [Exercise], from sources: ChapterSources) throws -> Attempt {
    do {
      return .judged(try workshop.judge(exercises, from: sources))
    } catch let error as GraderError where error.isCompilersEnd {
      return .ended(error)
    }
  }

  /// Whether the reference is compiled in the same place, really and now: then it is the code's fault and not the machine's.
  private func referenceIsCompiled(_ exercise: Exercise) throws -> Bool {
    let reuses = workshop.workspace.reuses
    workshop.workspace.reuses = false
    defer { workshop.workspace.reuses = reuses }
    do {
      guard case .program = try workshop.workspace.build(sources.recipe(laying: [], judging: [exercise]))
      else { return false }
      return true
    } catch let error as GraderError where error.isCompilersEnd {
      return false
    }
  }

  private static func blamed(_ exercise: Exercise, _ error: GraderError?) -> Judgement {
    let message =
      switch error {
      case .compilerEnded(let how)?: "the compiler did not come to its end with this file (\(how))"
      default:
        "the compiler takes far longer for this file than for the reference: split long expressions, and say the types of literals"
      }
    return .doesNotCompile([Diagnostic(message: message, file: exercise.file)])
  }

  private static func withoutHelpers(_ judgement: Judgement) -> Judgement {
    var judgement = judgement
    judgement.diagnostics.append(
      Diagnostic(
        severity: .warning,
        message:
          "further files of your own were left out, because the compiler did not come to its end with them"
      ))
    return judgement
  }
}
