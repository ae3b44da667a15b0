import GraderKit
import SystemKit

/// What is said of submissions and students that do not fit together.
struct MatchesText {
  let matches: StudentMatches
  /// The table: `the roster`.
  let place: String

  var lines: [String] {
    var lines: [String] = []
    let unknown = matches.unknown.map { (name: $0, download: SubmissionName($0).download) }
    for case (let name, let download?) in unknown {
      let number = download.number.hasPrefix("participant") ? download.number : "the ID \(download.number)"
      lines.append("no line in \(place) has \(number) or the name \(download.name): \(name)")
    }
    lines += Self.line("of nobody in \(place)", unknown.filter { $0.download == nil }.map(\.name))
    if !unknown.isEmpty {
      let columns = matches.searched.map { "`\($0.printable)`" }
      lines.append(
        "\(place) was searched in \(columns.count == 1 ? "the column" : "the columns") \(columns.listed(with: "and"))."
      )
    }
    lines += Self.line("not surely of one student in \(place)", matches.unclear)
    lines += matches.several.flatMap { files in
      Self.line(
        "\(files.student.printable) in \(place) has \(files.names.count == 2 ? "two" : "\(files.names.count)") submissions, so none is chosen",
        files.names)
    }
    lines += Self.line(
      "handed in something that cannot be judged",
      matches.unjudged.map { files in
        "\(files.student.printable) (\(files.names.map(\.printable).joined(separator: ", ")))"
      })
    return lines
  }

  private static func line(_ what: String, _ names: [String]) -> [String] {
    names.isEmpty ? [] : ["\(what): \(names.joined(separator: ", "))"]
  }
}
