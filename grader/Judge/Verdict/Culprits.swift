import CurriculumKit

/// Who has to do with a failed build, by the files that the compiler named.
package struct Culprits {
  /// What was handed in and has an error in its file or, since nothing of it fits any more, in its suite.
  package private(set) var exercises: Set<Exercise> = []
  /// Helper files with an error, by their name in the workspace.
  package private(set) var helpers: Set<String> = []
  package private(set) var helperErrors: [Diagnostic] = []

  package init(_ rejection: Rejection, recipe: Recipe) {
    let files = Dictionary(recipe.subjects.map { ($0.path, $0) }) { first, _ in first }
    for error in rejection.errors {
      guard let path = error.file else { continue }
      if let file = files[path] {
        switch file.origin {
        case .submission:
          if let exercise = file.exercise { exercises.insert(exercise) }
        case .helper:
          helpers.insert(file.name)
          helperErrors.append(error)
        case .reference, .stub, .suite, .blank: break
        }
      } else if let exercise = recipe.suites.first(where: { $0.value.file.path == path })?.key {
        exercises.insert(exercise)
      }
    }
    // An exercise's own errors are not a helper's: a helper may miss what a broken file would declare.
    if !exercises.isEmpty, !helpers.isEmpty { exercises = [] }
  }
}
