/// What a verdict depends on, as a short name: when it changes, the verdict is stale. Worked out once for each exercise, from
/// the files as they were when it was first asked for.
final class Evidence {
  private let curriculum: Curriculum
  private let subject: Subject
  /// The vocabulary and the tests' support, which every verdict depends on.
  private let given: String
  private var layouts: [Chapter: Layout] = [:]
  private var neighbours: [Exercise: [Exercise]] = [:]
  private var texts: [Exercise: String] = [:]
  private var known: [Exercise: String] = [:]

  init(curriculum: Curriculum, subject: Subject) {
    self.curriculum = curriculum
    self.subject = subject
    let workbook = curriculum.workbook
    given = ["Chapters/PostRoad", "Tests/Support", "Solutions"]
      .map { Fingerprint.ofFolder(workbook.absolute($0)) }.joined(separator: " ")
  }

  /// The exercise's own file, its suite, and the neighbours' files that it can meet, their own neighbours included.
  func of(_ exercise: Exercise) -> String {
    if let known = known[exercise] { return known }
    var parts = [given, Fingerprint.of((try? curriculum.workbook.read(exercise.suiteFile)) ?? [])]
    for one in met(by: exercise).sorted(by: { $0.number < $1.number }) {
      parts.append("\(one.stem) \(text(of: one))")
    }
    for (name, bytes) in (subject.extras[exercise.chapter] ?? [:]).sorted(by: { $0.key < $1.key }) {
      parts.append("\(name) \(Fingerprint.of(bytes))")
    }
    let evidence = Fingerprint.of(parts.joined(separator: "\n").utf8)
    known[exercise] = evidence
    return evidence
  }

  private func met(by exercise: Exercise) -> Set<Exercise> {
    var met: Set<Exercise> = [exercise]
    var open = [exercise]
    while let next = open.popLast() {
      for neighbour in neighbours(thatReach: next) where met.insert(neighbour).inserted {
        open.append(neighbour)
      }
    }
    return met
  }

  private func neighbours(thatReach exercise: Exercise) -> [Exercise] {
    if let known = neighbours[exercise] { return known }
    let found = layout(of: exercise.chapter).neighbours(thatReach: exercise)
    neighbours[exercise] = found
    return found
  }

  private func layout(of chapter: Chapter) -> Layout {
    if let known = layouts[chapter] { return known }
    let layout = Layout(curriculum: curriculum, chapter: chapter, subject: subject)
    layouts[chapter] = layout
    return layout
  }

  private func text(of exercise: Exercise) -> String {
    if let known = texts[exercise] { return known }
    let text = Fingerprint.of(subject.submission(of: exercise).text ?? [])
    texts[exercise] = text
    return text
  }
}
