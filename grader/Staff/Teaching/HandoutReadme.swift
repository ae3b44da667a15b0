import CurriculumKit
import GraderKit
import SystemKit

/// The README of a copy: the course's own, cut down to what the copy has, and with what has to be known before handing in.
struct HandoutReadme {
  /// The chapters of the copy alone.
  let curriculum: Curriculum
  let hasSolutions: Bool
  let hasLab: Bool

  /// Sections that speak to somebody else than a learner, or of what is not in a copy.
  private static let authors: Set = ["The book as a site", "How quick", "For instructors and authors"]
  /// The section after which the rules for handing in come.
  private static let folders = "What is where"
  /// What is at the end, whatever section is there.
  private static let licence = "MIT licence"
  /// What a line speaks of that only a copy with solutions has.
  private static let needingSolutions = ["grader solution", "The solutions lie"]
  /// The line on the folder that is in place of `Solutions`.
  private static let stubs =
    "\(Exercise.stubs)/         the exercises as you were given them: `reset` takes them from here"
  /// The exercise that the course's README is about, and the suite it names.
  private static let sample = (id: "1.1", suite: "HeaderTests", remark: "The last lines are the point. ")

  /// The README as lines, in sections that begin with their heading.
  private static func sections(_ text: String) -> [[String]] {
    var sections: [[String]] = [[]]
    var isCode = false
    for line in text.lines {
      if line.hasPrefix("```") { isCode.toggle() }
      if !isCode, line.hasPrefix("## ") { sections.append([]) }
      sections[sections.count - 1].append(String(line))
    }
    return sections
  }

  func text(from text: String, width: Int = ProgressView.sampleWidth) -> String {
    var lines: [String] = []
    var licence: [String] = []
    var hasRules = false
    for section in Self.sections(text) {
      licence += section.filter { $0.hasPrefix(Self.licence) }
      let title = section.first.map { String($0.dropFirst("## ".count)) } ?? ""
      if Self.authors.contains(title) { continue }
      lines += blocks(section.filter { !$0.hasPrefix(Self.licence) }, width)
      guard title == Self.folders else { continue }
      lines += HandInText.section + [""]
      hasRules = true
    }
    if !hasRules { lines += ["", ""] + HandInText.section }
    while lines.last == "" { lines.removeLast() }
    return (lines + (licence.isEmpty ? [] : [""] + licence)).joined(separator: "\n") + "\n"
  }

  /// The lines of a section, each sample as the copy prints it.
  private func blocks(_ section: [String], _ width: Int) -> [String] {
    var lines: [String] = []
    var rest = section[...]
    while let line = rest.popFirst() {
      guard line.hasPrefix("```") else {
        if let line = prose(line) { lines.append(line) }
        continue
      }
      let code = Array(rest.prefix { !$0.hasPrefix("```") })
      rest = rest.dropFirst(code.count + 1)
      lines += [line] + self.code(code, width) + ["```"]
    }
    return lines
  }

  private func code(_ lines: [String], _ width: Int) -> [String] {
    switch lines.first {
    case "$ swift run grader":
      return [lines[0]]
        + ProgressView.fresh(curriculum, width: width).split(
          separator: "\n", omittingEmptySubsequences: false
        ).map(String.init)
    case "$ swift run grader run \(Self.sample.id)":
      return isAboutSample ? lines : ["swift run grader run \(first.id)"]
    default: return lines.compactMap(prose)
    }
  }

  private var first: Exercise { curriculum.exercises[0] }
  private var isAboutSample: Bool { first.id == Self.sample.id }

  /// A line as it is true of the copy; nil where it is of something else.
  private func prose(_ line: String) -> String? {
    if line.contains("WORKBOOK_SOLUTIONS") { return nil }
    if !hasLab, line.contains("grader lab") { return nil }
    var line = line
    if !hasSolutions {
      if Self.needingSolutions.contains(where: { line.contains($0) }) { return nil }
      if line.hasPrefix("Solutions/") {
        return Self.stubs
      }
      line = line.replacing("hints, the page and the solution are", with: "hints and the page are")
    }
    guard !isAboutSample else { return line }
    return line.replacing(Self.sample.remark, with: "").replacing(Self.sample.suite, with: first.suite)
      .replacing(" \(Self.sample.id)", with: " \(first.id)")
      .replacing("read 1 ", with: "read \(first.chapter.number) ")
  }
}
