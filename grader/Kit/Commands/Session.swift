import Foundation

/// What every command is given: the workbook, where to write, and a way to have things judged.
struct Session {
  let curriculum: Curriculum
  let console: Console
  /// Seconds without an event after which a test is taken for hung.
  var patience = 5.0

  var workbook: Workbook { curriculum.workbook }
  var style: Style { Style(isColored: console.isColored) }

  /// Judges the exercises, chapter by chapter. What was never written needs no bench: nothing is built for it.
  func judge(_ exercises: [Exercise], of subject: Subject) throws -> [Exercise: Judgement] {
    var judgements: [Exercise: Judgement] = [:]
    var work: [Exercise] = []
    for exercise in exercises {
      switch subject.submission(of: exercise) {
      case .untouched: judgements[exercise] = .notStarted
      case .unusable(let diagnostic): judgements[exercise] = .doesNotCompile([diagnostic])
      case .written: work.append(exercise)
      }
    }
    guard !work.isEmpty else { return judgements }
    let activity = Activity(console: console)
    defer { activity.end() }
    let workshop = try Workshop(self, activity: activity)
    for chapter in curriculum.chapters {
      let targets = work.filter { $0.chapter == chapter }
      if !targets.isEmpty { judgements.merge(try workshop.judge(targets, of: subject)) { _, new in new } }
    }
    return judgements
  }
}
