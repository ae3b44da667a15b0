import CurriculumKit
import Foundation
import GraderKit
import SystemKit

/// `grader handout`: a learner's copy of the course, with or without its solutions.
package enum HandoutCommand {
  package static let command = Command(
    .handout,
    options: [folder.option, chapters.option, withoutSolutions.option],
    examples: [
      "swift run grader handout --to ../post-road",
      "swift run grader handout --to ../week-3 --chapters 1,5 --without-solutions",
    ], action: run)

  private static let folder = Setting(
    "--to", "folder", wanted: "a folder that is new or empty",
    help: "where to write the copy: a folder that is new or empty"
  ) { $0.isEmpty ? nil : $0 }
  private static let chapters = Setting(
    "--chapters", "chapters", wanted: "chapters with commas, as in 1,5",
    help: "only these chapters, by number or name, with commas"
  ) { $0.isEmpty ? nil : $0 }
  private static let withoutSolutions = Flag(
    "--without-solutions", help: "leave out Solutions and the code of the known mistakes")

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    guard let target = options[folder] else {
      throw UsageError.missingValue("--to", wanted: "a folder that is new or empty")
    }
    let curriculum = session.curriculum
    let chosen = try options[chapters].map { try select($0, in: curriculum) } ?? curriculum.chapters
    let root = URL(filePath: target, directoryHint: .isDirectory).standardizedFileURL.path(
      percentEncoded: false)
    if try Files.exists(root), try !Files.names(in: root).isEmpty {
      throw UsageError.badValue(target, of: "--to", wanted: "a folder that is new or empty")
    }
    let hasSolutions = !options.has(withoutSolutions)
    let files = try Handout(curriculum: curriculum, chapters: chosen, hasSolutions: hasSolutions).files()
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      try Files.write(bytes, to: "\(root.hasSuffix("/") ? root : root + "/")\(path)")
    }
    let count = chosen.reduce(0) { $0 + curriculum.exercises(of: $1).count }
    session.console.line(
      "\(target): \(count.pluralized("exercise")) in \(chosen.count.pluralized("chapter")), \(hasSolutions ? "with" : "without") solutions."
        .wrapped(to: session.console.width))
    session.tell("In it a learner begins with", command: "swift run grader")
    return ExitStatus.success
  }

  /// The chapters of a list with commas, in the order of the book.
  private static func select(_ list: String, in curriculum: Curriculum) throws(UsageError) -> [Chapter] {
    var chosen: Set<Chapter> = []
    for word in list.split(separator: ",").map({ $0.filter { $0 != " " }.lowercased() }) {
      guard
        let chapter = curriculum.chapters.first(where: {
          ["\($0.number)", $0.name.lowercased(), $0.folder.lowercased()].contains(word)
        })
      else { throw .badValue(word, of: "--chapters", wanted: names(of: curriculum)) }
      chosen.insert(chapter)
    }
    guard !chosen.isEmpty else { throw .badValue(list, of: "--chapters", wanted: names(of: curriculum)) }
    return curriculum.chapters.filter(chosen.contains)
  }

  private static func names(of curriculum: Curriculum) -> String {
    curriculum.chapters.map { "\($0.number) or \($0.name)" }.joined(separator: ", ")
  }
}
