import GraderKit
import SystemKit

/// `grader cohort report`: what a class does and does not know, as a page and as a table.
enum CohortReportCommand {
  static let html = Setting(
    "--html", "file", wanted: "a file",
    help: "with `report`: what the class knows, as one page without scripts"
  ) { $0.isEmpty ? nil : $0 }
  static let csv = Setting("--csv", "file", wanted: "a file", help: "with `report`: the same as a table") {
    $0.isEmpty ? nil : $0
  }
  static let hideNames = Flag(
    "--hide-names", help: "with `report`: number the students in place of their names")

  static func run(_ folders: [String], _ options: Options, in session: Session) throws -> Int32 {
    guard folders.count == 1 else {
      throw UsageError.missingValue("cohort report", wanted: "one folder that `cohort --out` wrote")
    }
    guard options[html] != nil || options[csv] != nil else {
      throw UsageError.missingOption("--html", command: "cohort report", wanted: "the file for the page")
    }
    let path = folders[0] + "/results.json"
    guard try Files.exists(path) else {
      throw UsageError.badValue(
        folders[0], of: "cohort report", wanted: "a folder of results; \(path) is missing")
    }
    let grades = try JSON.read([GradeReport].self, at: path)
    let isHiding = options.has(hideNames)
    let names = isHiding ? [:] : try ClassNames.read(folders[0], of: grades.map(\.submission))
    let facts = ClassFacts(grades, hidingNames: isHiding, names: names)
    let refused = facts.refused.isEmpty ? "" : ", and \(facts.refused.count) refused as a whole, not counted"
    let files = [(options[html], ClassPage(facts: facts).html), (options[csv], ClassCSV.text(facts))]
    for case (let file?, let text) in files {
      try Files.write(Array(text.utf8), to: file)
      session.console.line("\(file): \(facts.students.count.pluralized("submission"))\(refused)")
    }
    return ExitStatus.success
  }
}
