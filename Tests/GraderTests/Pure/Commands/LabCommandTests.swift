import Foundation
import Testing

@testable import CurriculumKit
@testable import GraderKit

/// The learner's door to `lab`. That it builds is tried with `swift run grader lab`: it takes more than a minute.
@Suite struct LabCommandTests {
  private let book: MiniWorkbook

  init() throws { book = try MiniWorkbook() }

  @Test func `all that follows is for lab, options too`() {
    let run = book.grader("lab", "world", "--seed", "7", "--no-such-option")
    #expect(run.status == 3, "no option is refused here")
    #expect(run.errors.contains("without the lab"), "\(run.errors)")
  }

  @Test func `a part of the lab that is missing is named`() throws {
    try book.write("// a part\n", to: "Chapters/Lab/Main/Main.swift")
    let run = book.grader("lab")
    #expect(run.status == 3)
    #expect(
      run.errors.contains("Chapters/PostRoad is missing.")
        || run.errors.contains("Chapters/Lab/Kit is missing."), "\(run.errors)")
  }

  @Test func `help on the grader's command is the grader's`() {
    let run = book.grader("help", "lab")
    #expect(run.status == 0)
    #expect(run.output.contains("swift run grader lab [command …]"))
  }

  @Test func `whose functions answer is said in ranges`() throws {
    let curriculum = try Curriculum(Workbook.find(from: TestWorkbook.origin))
    func words(_ ids: Set<String>) -> String {
      LabCommand.words(curriculum.exercises.filter { ids.contains($0.id) }, curriculum)
    }
    let rest = ", everything else is the reference's."
    #expect(words(["1.1", "1.2", "1.3", "2.1", "7.3"]) == "grader: 1.1 to 1.3, 2.1 and 7.3 are yours" + rest)
    #expect(words(["7.3"]) == "grader: 7.3 is yours" + rest)
    #expect(words(["1.15", "2.1"]) == "grader: 1.15 and 2.1 are yours" + rest)
    #expect(words([]).hasPrefix("grader: nothing is solved yet"))
    #expect(words(Set(curriculum.exercises.map(\.id))) == "grader: everything is yours.")
  }

  @Test func `the manifest has a target for each chapter, and lab over them all`() throws {
    let chapters = try Curriculum(Workbook.find(from: TestWorkbook.origin)).chapters
    let text = LabManifest.text(chapters: chapters, linker: nil)
    for chapter in chapters { #expect(text.contains("path: \"Subjects/\(chapter.folder)\"")) }
    #expect(text.contains("name: \"ScaleKit\", path: \"Scale\""))
    #expect(text.contains("name: \"lab\", dependencies: [\"LabKit\"]"))
  }
}
