import SystemKit

/// Everything somebody handed in: what is judged.
package struct Subject: Sendable {
  /// How the report names it.
  package enum Kind: String, Sendable {
    case exercises
    case solutions
  }

  package let kind: Kind
  package var submissions: [Exercise: Submission] = [:]
  package var helpers: [Chapter: HelperFiles] = [:]

  /// Nothing yet.
  package init(kind: Kind) { self.kind = kind }

  /// The learner's files: all of them, or those of some chapters, where nothing is asked of the others.
  package static func exercises(_ curriculum: Curriculum, of chapters: Set<Chapter>? = nil) throws -> Subject
  {
    var subject = Subject(kind: .exercises)
    let wanted = curriculum.chapters.filter { chapters?.contains($0) ?? true }
    for exercise in wanted.flatMap(curriculum.exercises(of:)) {
      subject.submissions[exercise] = try read(exercise, curriculum: curriculum)
    }
    for chapter in wanted { subject.helpers[chapter] = try HelperFiles(of: chapter, curriculum: curriculum) }
    return subject
  }

  /// The reference solutions.
  package static func solutions(_ curriculum: Curriculum) throws -> Subject {
    guard curriculum.hasSolutions else { throw GraderError.noSolutions }
    var subject = Subject(kind: .solutions)
    for exercise in curriculum.exercises {
      subject.submissions[exercise] = .written(Content(try curriculum.workbook.text(exercise.solution)))
    }
    return subject
  }

  /// One text for one exercise, among references: a stub, a mistake, a solution.
  package static func only(_ exercise: Exercise, text: String) -> Subject { texts([exercise: text]) }

  /// Texts for several exercises, each in the place of its solution, or of its stub where they are named `exercises`.
  package static func texts(_ texts: [Exercise: String], as kind: Kind = .solutions) -> Subject {
    var subject = Subject(kind: kind)
    subject.submissions = texts.mapValues { .written(Content($0)) }
    return subject
  }

  /// What was handed in for an exercise; an error where that was never read.
  package func submission(of exercise: Exercise) throws -> Submission {
    guard let submission = submissions[exercise] else { throw GraderError.missing(exercise.file) }
    return submission
  }

  private static func read(_ exercise: Exercise, curriculum: Curriculum) throws -> Submission {
    func unusable(_ message: String) -> Submission {
      .unusable(Diagnostic(message: message, file: exercise.file))
    }
    do {
      return try submission(curriculum.workbook.read(exercise.file), of: exercise, curriculum: curriculum)
    } catch FileError.notFound {
      return unusable(
        "the file is missing: `swift run grader reset \(exercise.id)` puts the stub there")
    } catch FileError.unreadable(let path, let reason) where path == exercise.file {
      return unusable("the file cannot be read (\(reason)): check its permissions, and who owns it")
    }
  }

  /// What a file's bytes are worth.
  package static func submission(_ bytes: [UInt8], of exercise: Exercise, curriculum: Curriculum) throws
    -> Submission
  {
    let file = exercise.file
    func unusable(_ message: String) -> Submission { .unusable(Diagnostic(message: message, file: file)) }
    let reset = "`swift run grader reset \(exercise.id)`"
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return unusable(
        "the file is not UTF-8 text: save it as UTF-8, or \(reset) puts the stub back and keeps your text")
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      return unusable("the file is empty: \(reset) puts the stub back")
    }
    if Untouched.isUntouched(text, stub: try curriculum.stub(of: exercise)) { return .untouched }
    // A second entry point would be linked in place of the tests'.
    if text.contains("@main"), let place = SwiftText(text).place(of: /@main\b/) {
      return .unusable(
        Diagnostic(
          message: "`@main` starts a program, and an exercise is a part of one: remove it", file: file,
          line: place.line, column: place.column))
    }
    return .written(Content(bytes))
  }
}
