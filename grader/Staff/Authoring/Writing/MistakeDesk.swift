import CurriculumKit
import Foundation
import GraderKit
import JudgeKit
import SystemKit

/// Where an author writes a mistake: takes the edited solution, has it judged, and keeps it.
struct MistakeDesk {
  /// Why a text is not kept as a mistake.
  enum Refusal: Error {
    /// The file is the solution, but for comments and white space.
    case unchanged(file: String)
    /// The copy was made of a solution that is another one now.
    case outdated(file: String)
    case solutionUnsolved(reason: String)
    case doesNotCompile(reason: String)
    case solved
    case known(String)
    /// The suite's answers to both are the same.
    case sameAnswer(String)
    /// No one to three witnesses tell it from others.
    case notToldApart
    /// With these witnesses a report would not name these.
    case misnamed([String])
    case noWitness(number: Int, tests: Int)
    case nameTaken(String)
    case damaged(String)
  }

  let session: Session
  let exercise: Exercise

  var scratch: ScratchSolution { ScratchSolution(workbook: session.workbook, exercise: exercise) }
  private var console: Console { session.console }

  /// The edited solution with the file it came from; nil where the author has to edit first.
  func edited(from file: String?) throws -> (text: String, file: String)? {
    if let file {
      let path = URL(filePath: file).path(percentEncoded: false)
      return (String(decoding: try Files.read(path), as: UTF8.self).normalizedLines, file)
    }
    let solution = try session.workbook.text(exercise.solution)
    let isNew = try scratch.open(solution) == .new
    if console.isInteractive, let editor = Editor.command {
      try Editor.open(session.workbook.absolute(scratch.file), with: editor)
    } else if isNew {
      session.console.line("wrote \(scratch.file), a copy of the solution")
      session.tell("Make it wrong, then", command: "swift run grader mistake \(exercise.id)")
      return nil
    }
    return (try session.workbook.text(scratch.file), scratch.file)
  }

  /// Judges the change among references. Refuses what the suite does not catch.
  func judge(_ edited: (text: String, file: String)) throws -> NewMistake {
    let solution = try session.workbook.text(exercise.solution)
    if edited.file == scratch.file, try scratch.open(solution) == .outdated {
      throw Refusal.outdated(file: edited.file)
    }
    guard let change = SolutionChange(from: solution, to: edited.text),
      !Untouched.isUntouched(change.text, stub: solution)
    else { throw Refusal.unchanged(file: edited.file) }
    let curriculum = session.curriculum
    let parts = try PartsReader(
      curriculum: curriculum, scope: AuditScope(course: curriculum.exercises, checked: [exercise])
    ).parts(of: exercise)
    if case .damaged(let reason) = parts.knownMistakes {
      throw Refusal.damaged("\(exercise.mistakes): \(reason)")
    }
    for known in parts.knownMistakes.value?.mistakes ?? [] {
      if let text = known.applied(to: solution), Untouched.isUntouched(change.text, stub: text) {
        throw Refusal.known(known.name)
      }
    }
    let activity = Activity(console: console, heard: session.heard)
    defer { activity.end() }
    let context = try JudgingContext(session, activity: activity)
    let reference = try context.judge(exercise, as: solution)
    if let reason = reference.refusal { throw Refusal.solutionUnsolved(reason: reason) }
    let judgement = try context.judge(exercise, as: change.text)
    switch judgement.verdict {
    case .solved: throw Refusal.solved
    case .doesNotCompile: throw Refusal.doesNotCompile(reason: judgement.firstError)
    default:
      return NewMistake(parts: parts, change: change, solution: reference, judgement: judgement)
    }
  }

  /// The witnesses: those that are named, or the fewest that tell it from all others.
  func choose(_ tests: [String]?, of new: NewMistake) throws -> [String] {
    guard let tests = tests ?? new.witnesses() else {
      let any = new.mistake("this one", caughtBy: Array(new.candidates.prefix(1)), hint: "")
      throw new.twin(of: any).map(Refusal.sameAnswer) ?? Refusal.notToldApart
    }
    let misnamed = new.misnamed(with: new.mistake("this one", caughtBy: tests, hint: ""))
    guard misnamed.isEmpty else { throw Refusal.misnamed(misnamed) }
    console.line(
      ("Witness\(tests.count == 1 ? "" : "es"): " + tests.map { "`\($0)`" }.listed(with: "and"))
        .wrapped(to: console.width))
    return tests
  }

  /// The failing tests with these numbers.
  func tests(_ numbers: [Int], of new: NewMistake) throws -> [String] {
    let all = new.judgement.tests.map(\.source.name)
    return try numbers.map { number in
      guard all.indices.contains(number - 1), new.candidates.contains(all[number - 1]) else {
        throw Refusal.noWitness(number: number, tests: all.count)
      }
      return all[number - 1]
    }
  }

  /// The name and the hint, asked for where they are missing and somebody is there.
  func words(name: String?, hint: String?) -> (name: String, hint: String)? {
    func ask(_ question: String) -> String? {
      guard console.isInteractive else { return nil }
      console.write(question + " ")
      let answer = readLine().map { $0.drop(while: \.isWhitespace) } ?? ""
      return answer.isEmpty ? nil : String(answer)
    }
    guard let name = name ?? ask("What does one who makes it do, in a few words?"),
      let hint = hint ?? ask("And which question leads back?")
    else { return nil }
    return (name, hint)
  }

  /// Writes the entry and what was recorded.
  func keep(_ new: NewMistake, as mistake: Mistakes.Mistake) throws {
    let known = new.parts.knownMistakes.value?.mistakes ?? []
    if known.contains(where: { $0.name == mistake.name }) { throw Refusal.nameTaken(mistake.name) }
    guard let files = new.files(with: mistake) else { throw Refusal.damaged(exercise.mistakes) }
    let workbook = session.workbook
    try Files.write(Array(files.text.utf8), to: workbook.absolute(exercise.mistakes))
    try Files.write(
      Array((JSON.text(files.recorded) + "\n").utf8), to: workbook.absolute(exercise.recorded))
    console.line("wrote     \"\(mistake.name)\" to \(exercise.mistakes)")
    console.line("recorded  the suite's answer in \(exercise.recorded)")
  }
}

extension MistakeDesk {
  /// What was changed, and what the suite says to it.
  func show(_ new: NewMistake) {
    let judgement = new.judgement
    let title =
      "\(exercise.id), changed from line \(new.change.line) on: \(judgement.verdict.words), \(new.candidates.count) of \(judgement.tests.count.pluralized("test")) fail\(new.candidates.count == 1 ? "s" : "")"
    console.line(title.wrapped(to: console.width))
    console.line("")
    for (index, test) in judgement.tests.enumerated() where new.candidates.contains(test.source.name) {
      console.line(
        test.source.name.wrapped(to: console.width, first: "  \(index + 1). ", indent: "     "))
      guard let issue = test.outcome.issues.first else { continue }
      let lines = FailureView(width: console.width, margin: "       ").lines(issue)
      for line in lines.prefix(Self.shownLines) { console.line(line) }
    }
    console.line("")
  }

  /// Enough for what was called, what was expected, what came, and the rule.
  private static let shownLines = 6
}
