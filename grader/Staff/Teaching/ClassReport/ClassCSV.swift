/// What a class does not know, as a table: a line for each count.
enum ClassCSV {
  static func text(_ facts: ClassFacts) -> String {
    var rows = [["exercise", "title", "kind", "what", "students"]]
    for exercise in facts.chapters.flatMap(\.exercises) {
      func add(_ kind: String, _ what: String, _ count: Int) {
        rows.append([exercise.id, exercise.title, kind, what, "\(count)"])
      }
      for (verdict, count) in exercise.verdicts { add("verdict", verdict.rawValue, count) }
      for mistake in exercise.mistakes { add("mistake", mistake.name, mistake.count) }
      if exercise.unrecognised > 0 { add("unrecognised", "", exercise.unrecognised) }
      for test in exercise.tests { add("test", test.name, test.count) }
      for rule in exercise.rules { add("rule", rule.name, rule.count) }
      if let stop = facts.stops.first(where: { $0.name == exercise.id }) { add("stop", "", stop.count) }
    }
    // Of no exercise: they were refused as a whole.
    let reasons = Dictionary(grouping: facts.refused, by: \.reason).sorted { $0.key < $1.key }
    rows += reasons.map { ["", "", "submission", $0.key, "\($0.value.count)"] }
    return CSVTable(rows: rows.map { $0.map(CSVFormat.harmless) }).text
  }
}
