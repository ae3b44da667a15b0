import Testing

@testable import AuthoringKit
@testable import CurriculumKit
@testable import JudgeKit

@Suite struct NoStraysTests {
  @Test(
    arguments: [
      ("Exercises", "03-Gone.swift"), ("Solutions", "Helpers.swift"), ("Tests", "03-GoneTests.swift"),
      ("Tests/Mistakes", "03-Gone.json"), ("Tests/Mistakes/Recorded", "03-Gone.json"),
      ("Tests/Mistakes/Equivalent", "03-Gone.json"), ("Tests/Alternatives", "03-Gone.swift"),
      ("Tests/Alternatives", "02-Sum-1.swift"),
      ("Tests/Alternatives", "02-Sum-x.swift"), ("Tests/Alternatives", "02-Sums.swift"),
      (Exercise.book, "03-Gone.md"),
    ]) func `a file that belongs to no exercise is named`(folder: String, name: String)
  {
    #expect(
      SampleChapter(names: [folder: [name]]).findings(.noStrays) == [
        "\(folder)/01-DNSMessages/\(name) belongs to no exercise: remove it, or add Solutions/01-DNSMessages/… of its name."
      ])
  }

  @Test func `the parts of the exercises are left alone`() {
    let names = [
      "Exercises": ["01-Header.swift", "02-Sum.swift"], "Solutions": ["02-Sum.swift"],
      "Tests": ["02-SumTests.swift"], "Tests/Mistakes": ["02-Sum.json"],
      "Tests/Mistakes/Recorded": ["02-Sum.json"], "Tests/Mistakes/Equivalent": ["02-Sum.json"],
      Exercise.book: ["02-Sum.md"],
      "Tests/Alternatives": ["02-Sum.swift", "02-Sum-2.swift", "02-Sum-10.swift"],
    ]
    #expect(SampleChapter(names: names).findings(.noStrays) == [])
  }

  @Test(arguments: [[], ["notes.md"]]) func `a chapter whose suites share no file is named`(files: [String]) {
    #expect(
      SampleChapter(support: files).findings(.supportPresent) == [
        "Tests/Support/01-DNSMessages holds no Swift file: write one there with what the suites of the chapter share."
      ])
    #expect(SampleChapter().findings(.supportPresent) == [])
  }

  @Test func `alternatives are read in the order of their numbers`() {
    let names = ["02-Sum-10.swift", "02-Sum-2.swift", "01-Header.swift", "02-Sum.swift"]
    #expect(
      Alternatives.names(of: SampleExercise.exercise, among: names)
        == ["02-Sum.swift", "02-Sum-2.swift", "02-Sum-10.swift"])
  }
}
