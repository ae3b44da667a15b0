import Testing

@testable import BookKit
@testable import CurriculumKit
@testable import SystemKit
@testable import TeachingKit

/// What a chapter's card says of its exercises: how hard they are, how long they take.
@Suite struct ChapterCardTests {
  private let chapter = Chapter(folder: "05-LoadBalancing")!

  private func card(_ difficulty: String, time: String = "–") -> ChapterCard {
    ChapterCard(
      Page("# Title\n\n| | |\n|---|---|\n| **Difficulty** | \(difficulty) |\n| **Time** | \(time) |\n"))
  }

  private func levels(_ text: String, _ numbers: ClosedRange<Int>) -> [String] {
    numbers.map { number in
      card(text).difficulty(of: Exercise(chapter: chapter, number: number, name: "Name"))?.rawValue ?? "–"
    }
  }

  @Test func `a level is for all, from an exercise on, or for some`() {
    #expect(levels("medium", 1...2) == ["medium", "medium"])
    #expect(levels("easy at first, medium from 5.2 on", 1...3) == ["easy", "medium", "medium"])
    #expect(
      levels("easy at first, medium from 5.2 on, hard at 5.3 to 5.4 and 5.6", 1...7)
        == ["easy", "medium", "hard", "hard", "medium", "hard", "medium"])
    #expect(levels("medium, easy at 5.10, hard at 5.1", 9...11) == ["medium", "easy", "medium"])
  }

  @Test func `what the card does not say nobody knows`() {
    #expect(levels("hard from 5.2 on", 1...2) == ["–", "hard"])
    #expect(levels("hard at 4.1", 1...1) == ["–"])
    #expect(levels("as you like", 1...1) == ["–"])
  }

  @Test(arguments: [("about 8 hours", 480), ("9 to 11 hours", 600), ("1 hour", 60)])
  func `hours are minutes`(text: String, minutes: Int) {
    #expect(card("easy", time: text).minutes == minutes)
  }

  @Test func `a time in words is none`() { #expect(card("easy", time: "an evening").minutes == nil) }

  @Test func `lines of code between the marks count, and no others`() {
    let solution = """
      import PostRoad

      // <declare>
      // 1. Remember it.
      var number = 0

      // </declare>
      func next() -> Int {
        // <write>
        // 2. Count.
        number += 1
        return number
        // </write>
      }
      """
    #expect(ExerciseTimes.lines(of: solution) == 3)
  }

  @Test func `a chapter's time is shared out by what is to be written, in quarters of an hour`() throws {
    let mini = try MiniWorkbook()
    let exercises = try mini.curriculum.exercises.filter { $0.chapter.number == 1 }
    try mini.write(
      "// <write>\n// 1. Much.\n\(String(repeating: "step()\n", count: 31))// </write>\n",
      to: exercises[1].solution)
    let chapter = exercises[0].chapter
    // One line and 31, and 15 for each: 16 of 62 parts of four hours are 61.9 minutes, 46 are 178.
    let times = try ExerciseTimes(chapter, card: card("easy", time: "4 hours"), curriculum: mini.curriculum)
    #expect(exercises.map { times.text(of: $0) } == ["1 h", "3 h"])
    let short = try ExerciseTimes(chapter, card: card("easy", time: "1 hours"), curriculum: mini.curriculum)
    #expect(exercises.map { short.text(of: $0) } == ["15 min", "45 min"])
    let unknown = try ExerciseTimes(chapter, card: card("easy"), curriculum: mini.curriculum)
    #expect(exercises.map { unknown.text(of: $0) } == [nil, nil])
  }
}
