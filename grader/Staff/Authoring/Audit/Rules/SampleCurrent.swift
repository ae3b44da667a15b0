import SystemKit

extension Rule where Input == CourseParts {
  /// The sample of `swift run grader` in the README is what a fresh clone prints.
  static var sampleCurrent: Rule {
    Rule("sampleCurrent") { (parts: CourseParts) -> [String] in
      guard let readme = parts.texts.first(where: { $0.path == CourseParts.readme }),
        let start = readme.lines.firstIndex(of: "$ swift run grader")
      else { return [] }
      let sample = readme.lines[(start + 1)...].prefix { !$0.hasPrefix("```") && !$0.hasPrefix("$ ") }
      let printed = parts.freshProgress.lines
      if Array(sample) == printed { return [] }
      let same = zip(sample, printed).prefix { $0 == $1 }.count
      let line = same < printed.count ? "`\(printed[same])`" : "the end of the sample"
      return [
        "\(readme.path):\(start + 2 + same): `swift run grader` prints something else on a fresh clone: this line has to be \(line)."
      ]
    }
  }
}
