extension Rule {
  /// What the suite says to each mistake is what was recorded; a learner's failure is recognised by these words.
  static let wordsCurrent = Rule(
    name: "wordsCurrent",
    exercise: { exercise, inspection in
      guard let now = inspection.said[exercise] else { return [] }
      let remedy = "swift run grader check --record \(exercise.id), and read the difference"
      let old: Recorded?
      do {
        old = try Recorded.read(exercise, inspection.workbook)
      } catch {
        if !inspection.isRecording { return ["\(error) Write it anew: \(remedy)."] }
        old = nil
      }
      if inspection.isRecording {
        if now != old {
          try Files.write(
            Array((JSON.text(now) + "\n").utf8), to: inspection.workbook.absolute(exercise.recorded))
        }
        return []
      }
      guard let old else { return [] }
      var messages: [String] = []
      for (test, count) in now.assertions.sorted(by: { $0.key < $1.key }) {
        guard let before = old.assertions[test] else {
          messages.append("\(exercise.recorded) does not know the test `\(test)`: \(remedy).")
          continue
        }
        if before > count {
          messages.append(
            "\(exercise.suiteFile): `\(test)` had \(before.of("expectation")) and has \(count): put it back, or \(remedy)."
          )
        } else if before < count {
          messages.append("\(exercise.recorded): `\(test)` has a new expectation: \(remedy).")
        }
      }
      for test in old.assertions.keys.sorted() where now.assertions[test] == nil {
        messages.append("\(exercise.suiteFile): the test `\(test)` is gone: put it back, or \(remedy).")
      }
      let before = Dictionary(old.answers.map { ($0.mistake, $0.failures) }) { first, _ in first }
      for answer in now.answers where before[answer.mistake] != answer.failures {
        messages.append(
          "\(exercise.recorded): what the suite says to \"\(answer.mistake)\" has changed: \(remedy).")
      }
      for mistake in before.keys.sorted() where !now.answers.contains(where: { $0.mistake == mistake }) {
        messages.append(
          "\(exercise.recorded): \"\(mistake)\" is recorded and no longer a mistake: \(remedy).")
      }
      return messages
    })
}
