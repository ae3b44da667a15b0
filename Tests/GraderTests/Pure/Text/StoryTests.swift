import Testing

@testable import CurriculumKit

@Suite struct StoryTests {
  private func told(_ lines: String..., of total: Int) -> [String?] {
    (0...total).map { Story(lines: lines).line(solved: $0, of: total) }
  }

  @Test func `the first line is for nothing solved, the last for everything`() {
    #expect(told("a", "b", "c", of: 2) == ["a", "b", "c"])
    #expect(told("a", "b", of: 3) == ["a", "a", "a", "b"])
    #expect(told("a", "b", "c", "d", "e", of: 2) == ["a", "c", "e"])
  }

  @Test func `the last line is never told too early`() {
    for count in 2...6 {
      for total in 1...12 {
        let lines = (0..<count).map(String.init)
        let story = (0..<total).map { Story(lines: lines).line(solved: $0, of: total) }
        #expect(story.first == "0")
        #expect(!story.contains(lines.last), "\(count) lines, \(total) exercises")
      }
    }
  }

  @Test func `a story of one line tells it always, and none tells nothing`() {
    #expect(told("a", of: 2) == ["a", "a", "a"])
    #expect(told(of: 1) == [nil, nil])
    #expect(Story(lines: ["a", "b"]).line(solved: 0, of: 0) == "b")
  }
}
