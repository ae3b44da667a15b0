extension Rule {
  /// The stub in `Exercises` is what the solution's markers cut.
  static let stubCurrent = Rule(
    name: "stubCurrent",
    exercise: { exercise, inspection in
      guard let solution = try inspection.workbook.textIfPresent(exercise.solution),
        let stub = try inspection.workbook.textIfPresent(exercise.file)
      else {
        return []
      }
      do {
        let cut = try StubCutter.cut(solution)
        if cut == stub { return [] }
        let here = stub.lines
        let there = cut.lines
        let line = zip(here, there).prefix { $0 == $1 }.count + 1
        return [
          "\(exercise.file):\(line) is not what is cut out of \(exercise.solution): swift run grader stubs \(exercise.id)."
        ]
      } catch {
        return ["\(exercise.solution): \(error)"]
      }
    })
}
