import SystemKit

/// What is taken of a submission: files of the right names, in memory. Nothing else of it is read, built or run.
package struct HandIn: Sendable {
  /// By their path below `Exercises`: `01-DNSMessages/01-Header.swift`.
  package var files: [String: [UInt8]] = [:]
  /// Files below `Exercises` that no exercise has and no chapter takes, by the same paths.
  package var ignored: [String] = []

  package init(files: [String: [UInt8]] = [:], ignored: [String] = []) {
    self.files = files
    self.ignored = ignored
  }
}

/// Why a submission is refused as a whole.
package enum IntakeRefusal: Error, Equatable {
  /// Nothing is there that could be one.
  case notASubmission
  /// A Swift file alone; with the path that it may have below `Exercises`, where its name says which.
  case swiftFile(belongs: String?)
  /// An archive of a kind that is not read.
  case foreignArchive(String)
  case noExercises
  /// Swift files, and no folder `Exercises`; with the chapters' folders that they may belong into.
  case misplaced(files: Int, folders: [String])
  case tooDeep(path: String)
  case emptyExercises(path: String)
  /// `exercises`, or another spelling.
  case misspelled(path: String)
  case severalExercises([String])
  case outside(path: String)
  case link(path: String)
  case notAFile(path: String)
  case twice(path: String)
  case tooLarge(path: String, most: Int)
  case tooManyFiles(most: Int)
  case archiveTooLarge(most: Int)
  case damaged
  case unsupported(String)
}

extension IntakeRefusal: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notASubmission: "it is neither a folder nor a zip, tar.gz or git bundle file."
    case .swiftFile(let belongs):
      "it is a Swift file alone: hand in a folder or a .zip with `\(belongs ?? "Exercises")` in it."
    case .foreignArchive(let kind):
      "it is a \(kind) archive, which is not read: hand in a .zip with the folder `Exercises` in it."
    case .noExercises: "there is no folder `Exercises` in it."
    case .misplaced(let files, let folders): Self.misplaced(files, folders)
    case .tooDeep(let path):
      "its folder `\(path.printable)` is too deep: at most \(Intake.mostAbove) folders may be above `Exercises`."
    case .emptyExercises(let path): "its folder `\(path.printable)` is empty."
    case .misspelled(let path): "its folder `\(path.printable)` has to be called `Exercises`."
    case .severalExercises(let paths):
      "it has several folders `Exercises` (\(paths.map(\.printable).joined(separator: ", "))): hand in one."
    case .outside(let path): "`\(path.printable)` would be outside of its own folder."
    case .link(let path): "`\(path.printable)` is a link: hand in files."
    case .notAFile(let path): "`\(path.printable)` is neither a file nor a folder."
    case .twice(let path): "`\(path.printable)` is in it twice."
    case .tooLarge(let path, let most):
      "`\(path.printable)` is larger than \(most >> 10) KiB."
    case .tooManyFiles(let most): "it has more than \(most) files."
    case .archiveTooLarge(let most):
      "it is larger than \(most >> 20) MiB: hand in the folder `Exercises` alone."
    case .damaged: "the archive is damaged."
    case .unsupported(let why): "the archive cannot be read: \(why)."
    }
  }

  private static func misplaced(_ files: Int, _ folders: [String]) -> String {
    let places = folders.map { "`Exercises/\($0)`" }.joined(separator: " and ")
    let place =
      places.isEmpty ? "\(files == 1 ? "its chapter" : "their chapter")'s folder below `Exercises`" : places
    return
      "it has \(files.pluralized("Swift file")) and no folder `Exercises`: put \(files == 1 ? "it" : "them") into \(place)."
  }
}
