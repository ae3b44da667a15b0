import CurriculumKit
import SystemKit

/// How long the exercises of a chapter take: its time, shared out among them by how much there is to write.
struct ExerciseTimes {
  /// The page, the suite's first failures and the first try cost about as much as this many lines.
  static let reading = 15
  /// Nobody knows it better than to a quarter of an hour.
  static let step = 15

  private let minutes: [Exercise: Int]

  init(_ chapter: Chapter, card: ChapterCard, curriculum: Curriculum) throws {
    let weights = try curriculum.exercises(of: chapter).map { exercise in
      let lines = Self.lines(of: try curriculum.workbook.text(exercise.solution))
      return (exercise, Self.reading + lines)
    }
    let total = weights.reduce(0) { $0 + $1.1 }
    guard let all = card.minutes, total > 0 else {
      minutes = [:]
      return
    }
    minutes = Dictionary(
      uniqueKeysWithValues: weights.map { exercise, weight in
        (exercise, max(1, (all * weight + total * Self.step / 2) / (total * Self.step)) * Self.step)
      })
  }

  /// The lines of code between a solution's marks, without comments.
  static func lines(of solution: String) -> Int {
    let bytes = Array(solution.utf8)
    return WrittenRegion.all(in: solution).reduce(0) { count, region in
      let lines = String(decoding: bytes[region.bytes], as: UTF8.self).lines
      return count + lines.count { !$0.allSatisfy { $0 == " " } && !$0.drop { $0 == " " }.hasPrefix("//") }
    }
  }

  /// `45 min`, `1 h 30 min`; nil where the chapter does not say how long it takes.
  func text(of exercise: Exercise) -> String? {
    guard let minutes = minutes[exercise] else { return nil }
    let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    return [hours > 0 ? "\(hours) h" : "", rest > 0 ? "\(rest) min" : ""].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
