/// Who lies on the bench for a chapter: which exercises as they were handed in, which as references, which as stubs.
struct Layout {
  let curriculum: Curriculum
  let chapter: Chapter
  let subject: Subject
  /// Whose suites are laid.
  var targets: [Exercise] = []
  /// What was handed in and is laid.
  private(set) var laid: [Exercise]
  /// References that were replaced by their stubs.
  private(set) var stubbed: Set<Exercise> = []
  private var extras: [String: [UInt8]]

  init(curriculum: Curriculum, chapter: Chapter, subject: Subject) {
    self.curriculum = curriculum
    self.chapter = chapter
    self.subject = subject
    laid = curriculum.exercises(of: chapter).filter { subject.submission(of: $0).text != nil }
    // What would make the module a program is no part of an exercise.
    extras = (subject.extras[chapter] ?? [:]).filter { name, bytes in
      name != "main.swift" && SwiftText(String(decoding: bytes, as: UTF8.self)).place(of: /@main\b/) == nil
    }
  }

  /// The targets that are laid as they were handed in.
  var judged: [Exercise] { targets.filter(isLaid) }
  var extraNames: Set<String> { Set(extras.keys) }

  func isLaid(_ exercise: Exercise) -> Bool { laid.contains(exercise) }

  mutating func takeOut(_ exercise: Exercise) { laid.removeAll { $0 == exercise } }
  mutating func putBack(_ exercise: Exercise) { if !isLaid(exercise) { laid.append(exercise) } }
  mutating func useStub(for exercise: Exercise) { stubbed.insert(exercise) }
  mutating func drop(extra name: String) { extras[name] = nil }

  /// The same with references in place of all but one.
  func alone(_ target: Exercise) -> Layout {
    var layout = self
    layout.laid = [target]
    layout.stubbed = []
    return layout
  }

  /// The neighbours as handed in whose code could change how the target compiles or runs.
  func neighbours(thatReach target: Exercise) -> [Exercise] {
    let reach = Reach(curriculum: curriculum, subject: subject)
    return laid.filter { reach.does($0, reach: target) }
  }

  /// The files to lay. An exercise may call earlier ones of its chapter, so up to the last target references stand in; what
  /// comes after it needs only to be declared.
  func laying() throws -> Laying {
    var laying = Laying(chapter: chapter, subjects: extras)
    let last = judged.map(\.number).max() ?? 0
    for exercise in curriculum.exercises(of: chapter) {
      if let bytes = subject.submission(of: exercise).text, isLaid(exercise) {
        laying.subjects[exercise.fileName] = bytes
      } else if exercise.number < last, !stubbed.contains(exercise) {
        laying.subjects[exercise.fileName] = Array(try curriculum.workbook.text(exercise.solution).utf8)
      } else {
        // A solution that no stub can be cut of declares the same; `check` names its fault.
        let stub = try (try? curriculum.stub(of: exercise)) ?? curriculum.workbook.text(exercise.solution)
        laying.subjects[exercise.fileName] = Array(stub.utf8)
      }
    }
    for target in judged {
      laying.suites[target.suiteFileName] = Array(try curriculum.workbook.text(target.suiteFile).utf8)
    }
    return laying
  }
}
