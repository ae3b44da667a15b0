import Testing

@testable import AuthoringKit
@testable import CurriculumKit
@testable import GraderKit
@testable import JudgeKit
@testable import SystemKit
@testable import TeachingKit

/// A copy of the whole course without solutions: no line of any is in it.
@Suite struct HandoutHidesTests {
  private let curriculum: Curriculum
  private let files: [String: [UInt8]]

  init() throws {
    curriculum = try Curriculum(Workbook.find(from: TestWorkbook.origin))
    files = try Handout(curriculum: curriculum, chapters: curriculum.chapters, hasSolutions: false).files()
  }

  /// A shorter line, as `return nil`, is everybody's.
  private static let leastWords = 4

  private static func isTelling(_ line: Substring) -> Bool {
    // What is stored is named in the stub.
    !line.hasPrefix("//") && line.wholeMatch(of: /private (let|var) \w+: [\w.]+/) == nil
      && line.matches(of: /\w+/).count >= leastWords
  }

  private static func trimmed(_ text: String) -> [Substring] {
    text.lines.map { line in
      var line = line.drop { $0 == " " }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The lines that a learner has to write, of each solution.
  private var written: [Exercise: [Substring]] {
    get throws {
      var lines: [Exercise: [Substring]] = [:]
      for exercise in curriculum.exercises {
        let text = try curriculum.workbook.text(exercise.solution)
        let bytes = Array(text.utf8)
        lines[exercise] = WrittenRegion.all(in: text).flatMap { region in
          Self.trimmed(String(decoding: bytes[region.bytes], as: UTF8.self))
        }
      }
      return lines
    }
  }

  private func text(_ path: String) -> String { text(path, of: files) }

  private func text(_ path: String, of files: [String: [UInt8]]) -> String {
    String(decoding: files[path] ?? [], as: UTF8.self)
  }

  @Test func `no written line of a solution is in what is made of the solutions, nor on a page`() throws {
    let telling = Set(try written.values.joined().filter(Self.isTelling))
    #expect(telling.count > 1000, "the lines are found")
    let made = files.keys.filter { path in
      ["Exercises/", "Stubs/", "Tests/Mistakes/", "Chapters/PostRoad/PostRoad.docc/"].contains {
        path.hasPrefix($0)
      }
    }
    #expect(made.count > 4 * curriculum.exercises.count)
    for path in made {
      let isPage = path.hasSuffix(".md")
      // Hints say how: a learner asks for them one by one.
      let shown = isPage ? text(path).split(separator: "\n## Hints\n")[0] : text(path)[...]
      let found = Self.trimmed(String(shown)).filter(telling.contains)
      #expect(found == [], "\(path)")
    }
  }

  @Test func `no mistake keeps code, and the code of none is in a copy as a text`() throws {
    for exercise in curriculum.exercises where files[exercise.mistakes] != nil {
      let kept = text(exercise.mistakes)
      for mistake in try Mistakes.read(exercise, curriculum.workbook).mistakes {
        #expect(kept.contains(JSON.text(mistake.name)), "\(exercise.id): \(mistake.name)")
        for line in mistake.find + mistake.replace where Self.isTelling(Self.trimmed(line)[0]) {
          #expect(!kept.contains(line), "\(exercise.id): \(line)")
        }
      }
    }
  }

  /// Suites and the grader are written independently, and share a common line here and there; never a thought.
  @Test func `no two lines that follow each other in a solution do so in the given code`() throws {
    var pairs: Set<[Substring]> = []
    for lines in try written.values {
      pairs.formUnion(
        zip(lines, lines.dropFirst()).map { [$0, $1] }.filter { $0.allSatisfy(Self.isTelling) })
    }
    #expect(pairs.count > 300, "the pairs are found")
    for path in files.keys where path.hasSuffix(".swift") {
      let lines = Self.trimmed(text(path))
      let found = zip(lines, lines.dropFirst()).map { [$0, $1] }.filter(pairs.contains)
      #expect(found == [], "\(path)")
    }
  }

  @Test func `a copy has neither solutions, nor alternatives, nor what is the authors'`() {
    for folder in ["Solutions/", "Tests/Alternatives/", "Tests/GraderTests/", ".git/", "Chapters/Lab/"] {
      #expect(files.keys.filter { $0.hasPrefix(folder) } == [])
    }
    #expect(!text("Package.swift").contains("GraderTests"))
    #expect(!text("README.md").contains("olutions/"))
  }

  @Test(arguments: [true, false])
  func `a copy has none of the commands for authors and instructors, and its README names none`(
    hasSolutions: Bool
  ) throws {
    let files = try Handout(
      curriculum: curriculum, chapters: curriculum.chapters, hasSolutions: hasSolutions
    ).files()
    #expect(files.keys.filter { $0.hasPrefix(StaffProgram.folder) } == [])
    let (manifest, readme) = (text("Package.swift", of: files), text("README.md", of: files))
    #expect(manifest.contains("\"grader/Kit\"") && !manifest.contains(StaffProgram.folder))
    for command in StaffCommand.allCases {
      #expect(!readme.contains("grader \(command.rawValue)"), "\(command)")
    }
    for link in readme.matches(of: /\]\(([^)#:]+)\)/) {
      #expect(files.keys.contains { $0.hasPrefix(link.1) }, "README.md links \(link.1)")
    }
  }
}
