/// What a verdict depends on, as a short name: when it changes, the verdict is stale.
struct Evidence {
  let curriculum: Curriculum
  let subject: Subject
  /// The vocabulary and the tests' support, which every verdict depends on.
  private let given: String
  private let reach: Reach

  init(curriculum: Curriculum, subject: Subject) {
    self.curriculum = curriculum
    self.subject = subject
    let workbook = curriculum.workbook
    reach = Reach(subject)
    given = ["Chapters/PostRoad", "Tests/Support", "Solutions"]
      .map { Fingerprint.ofFolder(workbook.absolute($0)) }.joined(separator: " ")
  }

  /// The exercise's own file, its suite, and the neighbours' files that it can meet, their own neighbours included.
  func of(_ exercise: Exercise) -> String {
    let layout = Layout(curriculum: curriculum, chapter: exercise.chapter, subject: subject, reach: reach)
    var met: Set<Exercise> = [exercise]
    var open = [exercise]
    while let next = open.popLast() {
      for neighbour in layout.neighbours(thatReach: next) where met.insert(neighbour).inserted {
        open.append(neighbour)
      }
    }
    var parts = [given, Fingerprint.of(curriculum.workbook.bytes(exercise.suiteFile) ?? [])]
    for one in curriculum.exercises(of: exercise.chapter) where met.contains(one) {
      parts.append("\(one.stem) \(Fingerprint.of(subject.submission(of: one).text ?? []))")
    }
    for (name, bytes) in (subject.extras[exercise.chapter] ?? [:]).sorted(by: { $0.key < $1.key }) {
      parts.append("\(name) \(Fingerprint.of(bytes))")
    }
    return Fingerprint.of(parts.joined(separator: "\n").utf8)
  }
}
