/// What a submission's name says of its student.
struct SubmissionName: Equatable, Sendable {
  /// A file as a platform names it in a download.
  struct Download: Equatable, Sendable {
    /// The platform's number of the student, as its own sheets have it.
    var number: String
    /// The student's name as the platform writes it, in lower case.
    var name: String
    /// Whether the family name is first in it.
    var isSorted: Bool
  }

  /// The name itself in lower case, and without the ending of a file that cannot be judged.
  var whole: [String]
  var download: Download?

  /// - Parameter isOther: whether it is a file beside the submissions: its ending says nothing of its student.
  init(_ name: String, isOther: Bool = false) {
    let name = name.lowercased()
    whole = [name]
    if isOther {
      whole += name.lastIndex(of: ".").map { [String(name[..<$0])] } ?? []
    } else if let ending = Intake.foreignEnding(of: name) {
      whole.append(String(name.dropLast(ending.count)))
    }
    // Canvas: `doejane_LATE_1234_98765_work`, with the student's number and the submission's. The name is the sortable one.
    if let match = name.wholeMatch(of: /([^_]+)(?:_late)?_([0-9]+)_[0-9]+_.*/) {
      download = Download(number: String(match.2), name: String(match.1), isSorted: true)
    }
    // Moodle: `Jane Doe_1234_assignsubmission_file`, with the participant's number.
    if let match = name.wholeMatch(of: /(.+)_([0-9]+)_assignsubmission_file.*/) {
      download = Download(number: "participant \(match.2)", name: String(match.1), isSorted: false)
    }
  }
}
