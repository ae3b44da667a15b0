extension Rule where Input == ExerciseParts {
  /// All parts of an exercise are there and can be read.
  static var partsPresent: Rule {
    Rule("partsPresent") { (parts: ExerciseParts) -> [String] in
      let id = parts.exercise.id
      let own = [
        (parts.solution, "write the solution"),
        (parts.stub, "cut it: swift run grader stubs \(id)"),
        (parts.suite, "write the suite"),
        (parts.mistakes, "write down three mistakes or more"),
        (parts.page, "write the page"),
      ]
      var messages = own.filter { $0.0.contents == .absent }.map { "\($0.path) is missing: \($1)." }
      // Nothing can be recorded before the parts are there.
      if messages.isEmpty, !parts.scope.isRecording, parts.recorded.contents == .absent {
        messages.append("\(parts.recorded.path) is missing: swift run grader check --record \(id).")
      }
      if parts.alternatives.isEmpty {
        messages.append(
          "\(parts.exercise.alternative) is missing: write a right answer with another algorithm.")
      }
      for file in own.map(\.0) + [parts.recorded] + parts.alternatives {
        if case .unreadable(let reason) = file.contents { messages.append("\(file.path) \(reason).") }
      }
      return messages
    }
  }
}
