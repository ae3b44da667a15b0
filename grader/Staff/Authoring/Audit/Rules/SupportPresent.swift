extension Rule where Input == ChapterParts {
  /// The module that the chapter's suites share has a file: a target without one does not build.
  static var supportPresent: Rule {
    Rule("supportPresent") { (parts: ChapterParts) -> [String] in
      guard !parts.support.contains(where: { $0.hasSuffix(".swift") }) else { return [] }
      return [
        "\(parts.chapter.support) holds no Swift file: write one there with what the suites of the chapter share."
      ]
    }
  }
}
