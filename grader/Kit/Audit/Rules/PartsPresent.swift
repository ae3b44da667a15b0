extension Rule {
  /// All six parts of an exercise are there.
  static let partsPresent = Rule(
    name: "partsPresent",
    exercise: { exercise, inspection in
      let parts = [
        (exercise.solution, "write the solution"),
        (exercise.file, "cut it: swift run grader stubs \(exercise.id)"),
        (exercise.suiteFile, "write the suite"),
        (exercise.mistakes, "write down three mistakes or more"),
        (exercise.page, "write the page"),
      ]
      var missing = parts.filter { !inspection.workbook.exists($0.0) }.map { "\($0.0) is missing: \($0.1)." }
      if missing.isEmpty, !inspection.isRecording, !inspection.workbook.exists(exercise.recorded) {
        missing.append("\(exercise.recorded) is missing: swift run grader check --record \(exercise.id).")
      }
      return missing
    })
}
