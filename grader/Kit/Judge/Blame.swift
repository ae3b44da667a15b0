/// Whose fault a failed build is, by the files that the compiler named.
struct Blame {
  /// What was handed in, with what was said of it; an error in a suite is a changed signature of its exercise.
  private(set) var exercises: [Exercise: [Diagnostic]] = [:]
  /// References that no longer fit.
  private(set) var standIns: Set<Exercise> = []
  /// Further files of the learner's, by name.
  private(set) var extras: [String: [Diagnostic]] = [:]

  init(_ diagnostics: [Diagnostic], layout: Layout) {
    let all = layout.curriculum.exercises(of: layout.chapter)
    for diagnostic in diagnostics where diagnostic.severity == .error {
      guard let file = diagnostic.file else { continue }
      if let exercise = all.first(where: { $0.file == file }) {
        if layout.isLaid(exercise) {
          exercises[exercise, default: []].append(diagnostic)
        } else {
          standIns.insert(exercise)
        }
      } else if let exercise = all.first(where: { $0.suiteFile == file }) {
        // The learner's file compiles, but not with what calls it.
        let said =
          "its suite cannot call it any more (\(diagnostic.message)): keep the declarations as the stub has them"
        if exercises[exercise]?.contains(where: { $0.file == exercise.file }) != true {
          exercises[exercise, default: []].append(Diagnostic(message: said, file: exercise.file))
        }
        exercises[exercise, default: []].append(diagnostic)
      } else if let name = file.split(separator: "/").last.map(String.init), layout.extraNames.contains(name)
      {
        extras[name, default: []].append(diagnostic)
      }
    }
    standIns.subtract(layout.stubbed)
  }
}
