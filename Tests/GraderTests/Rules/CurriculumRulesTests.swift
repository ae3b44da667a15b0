import Testing

@testable import AuthoringKit
@testable import CurriculumKit

/// The rules about names, numbers and the list of chapters.
@Suite struct CurriculumRulesTests {
  private let header = SampleExercise.neighbour
  private let recordHeader = Exercise(chapter: SampleExercise.chapter, number: 3, name: "RecordHeader")

  private func names(_ exercise: Exercise, _ course: [Exercise], checked: Set<Exercise>) -> [String] {
    SampleExercise(exercise: exercise, course: course, checked: checked).findings(.namesUnique)
  }

  @Test func `a gap in the numbers is reported, and a number that is given twice`() {
    let labels = Exercise(chapter: SampleExercise.chapter, number: 90, name: "Labels")
    var chapter = SampleChapter()
    chapter.exercises.append(labels)
    #expect(
      chapter.findings(.numbersContiguous)
        == ["Solutions/01-DNSMessages: number 3 should come next, but it is 90. Rename the files."])
    chapter.exercises[2] = Exercise(chapter: SampleExercise.chapter, number: 2, name: "Labels")
    #expect(chapter.findings(.numbersContiguous).count == 1)
    #expect(SampleChapter().findings(.numbersContiguous) == [])
  }

  @Test func `a suite's name that contains another's is reported once, whichever of the two is checked`() {
    let course = [header, recordHeader]
    let said =
      "`swift test --filter HeaderTests` of \(header.solution) would also run RecordHeaderTests of \(recordHeader.solution). Rename one of them."
    #expect(names(header, course, checked: Set(course)) == [said])
    #expect(names(recordHeader, course, checked: Set(course)) == [], "said at the other one")
    #expect(names(header, course, checked: [header]) == [said])
    #expect(names(recordHeader, course, checked: [recordHeader]) == [said])
  }

  @Test func `a name that is given twice is reported once, whatever the chapters`() throws {
    let chapter = try #require(Chapter(folder: "05-LoadBalancing"))
    let other = Exercise(chapter: chapter, number: 4, name: "Header")
    let course = [header, other]
    #expect(names(header, course, checked: Set(course)).count == 1)
    #expect(names(other, course, checked: Set(course)) == [], "said at the first one")
    #expect(names(other, course, checked: [other]).count == 1)
  }

  @Test func `a chapter that the manifest does not list is reported`() {
    #expect(SampleChapter().findings(.chapterListed) == [])
    #expect(
      SampleChapter(manifest: "let chapters = [\"05-LoadBalancing\"]").findings(.chapterListed)
        == ["Package.swift does not list \"01-DNSMessages\": add it to `chapters`."])
  }

  @Test func `a type that two exercises declare is reported with both places`() {
    var chapter = SampleChapter()
    chapter.solutions[header] = "import PostRoad\n\npublic struct Slot: Sendable {}\n"
    chapter.solutions[SampleExercise.exercise] = "import PostRoad\n@frozen public enum Slot {}\n"
    let findings = Rule.typesUnique.findings(chapter.parts, at: "1")
    #expect(findings.map(\.exercise) == ["1.2"])
    #expect(
      findings.map(\.message) == [
        "\(SampleExercise.exercise.solution):2: `Slot` is declared in \(header.solution):3, too: rename one, or make it private."
      ])
  }

  @Test(arguments: [
    "private struct Slot {}", "fileprivate enum Slot {}", "// struct Slot", "  struct Slot {}",
  ])
  func `a type that others cannot see may have any name`(line: String) {
    var chapter = SampleChapter()
    chapter.solutions[header] = "struct Slot {}\n"
    chapter.solutions[SampleExercise.exercise] = "\(line)\n"
    #expect(chapter.findings(.typesUnique) == [])
  }
}
