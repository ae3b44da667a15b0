/// What students have to know before they hand in, made of the rules that their code is held to.
enum HandInText {
  static let title = "Before you hand in"

  /// The section of a copy's README, from its heading on.
  static var section: [String] {
    [
      "## \(title)", "",
      "Hand in a folder or a zip archive with your folder `Exercises` in it: `zip -r work.zip Exercises` makes one. Nothing else of it",
      "is read.", "",
      "Your instructor's grader reads code before it compiles it, and refuses a file that breaks one of these rules. An exercise that is",
      "refused does not count, whatever its tests would say. `swift run grader run` does not ask for the rules, and says *solved* of",
      "code that breaks one. Honest work meets two of them now and then: a helper needs no `public`, and no exercise needs Foundation.",
      "", "| rule | what is refused | why |", "|---|---|---|",
    ] + LanguageRule.table.map { "| `\($0.name)` | \($0.refuses) | \($0.reason) |" }
  }
}
