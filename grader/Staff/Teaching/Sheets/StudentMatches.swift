/// Which submission is which student's.
struct StudentMatches: Equatable, Sendable {
  /// Files of one student.
  struct Files: Equatable, Sendable {
    var student: String
    var names: [String]
  }

  /// The submission's name by the line's number.
  var byRow: [Int: String] = [:]
  /// Submissions of nobody in the table.
  var unknown: [String] = []
  /// Submissions that may be of several students.
  var unclear: [String] = []
  /// Students with several submissions, none of which is chosen.
  var several: [Files] = []
  /// Students with files that cannot be judged.
  var unjudged: [Files] = []
  /// Students whom no file belongs to, nor may belong to.
  var absent: [String] = []
  /// The columns that students were looked for in.
  var searched: [String] = []
}

extension StudentTable {
  /// A line belongs to a submission whose name is one of its identifying cells, or stands for one as a platform's downloads do.
  ///
  /// - Parameter others: files beside the submissions: whose they are, handed something in.
  func matches(_ submissions: [String], others: [String] = []) -> StudentMatches {
    let owners = StudentOwners(self)
    let names = submissions + others
    let found = owners.lines(submissions.map { .init($0) } + others.map { .init($0, isOther: true) })
    var matches = StudentMatches(searched: owners.searched)
    // Those that can be judged, and those that cannot.
    var claims: [Int: (good: [String], bad: [String])] = [:]
    for (place, name) in names.enumerated() {
      let isOther = place >= submissions.count
      if found[place].isEmpty, !isOther { matches.unknown.append(name) }
      if found[place].count > 1, !isOther { matches.unclear.append(name) }
      guard let line = found[place].first, found[place].count == 1 else { continue }
      if isOther || Intake.foreignEnding(of: name) != nil {
        claims[line, default: ([], [])].bad.append(name)
      } else {
        claims[line, default: ([], [])].good.append(name)
      }
    }
    let touched = found.reduce(into: Set<Int>()) { $0.formUnion($1) }
    for line in rows.indices {
      guard let (good, bad) = claims[line] else {
        if !touched.contains(line) { matches.absent.append(label(of: line)) }
        continue
      }
      // One file that cannot be judged is a submission that is refused.
      let submitted = good.isEmpty ? bad.filter { !others.contains($0) } : good
      if submitted.count == 1 { matches.byRow[line] = submitted[0] }
      if good.count > 1 { matches.several.append(.init(student: label(of: line), names: good)) }
      if !bad.isEmpty { matches.unjudged.append(.init(student: label(of: line), names: bad)) }
    }
    return matches
  }
}
