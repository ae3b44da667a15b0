/// What keeps the grader from judging: no verdict is changed by it, and the exit status is 3.
package enum GraderError: Error {
  case noWorkbook(String)
  /// The workbook was handed out without its solutions.
  case noSolutions
  /// The workbook was handed out to learners.
  case noStaff
  /// The program of the authors and instructors does not build; the compiler has said why.
  case staffDoesNotBuild
  /// The workbook was handed out without the lab.
  case noLab
  /// A file of the authors'.
  case missing(String)
  case unreadable(FileError)
  case notUTF8(String)
  case stateUnreadable(FileError)
  /// A file of the learner's that was to be replaced, and why it was not.
  case notReplaced(String, reason: String)
  case cannotWrite(String, reason: String)
  case noCompiler
  /// No way to keep strangers' code in works here.
  case noSandbox(reasons: [String])
  case cannotStart(String, reason: String)
  /// The course's own files do not build, whatever a learner wrote.
  case courseDoesNotBuild(file: String?, line: Int?, reason: String)
  case compilerEnded(String)
  /// The compiler was ended for the seconds on a processor that it took.
  case compilerOutOfTime
  /// The disk was full while a suite ran.
  case diskFull(folder: String)
  /// A suite, and how its process ended, where one was started.
  case noTestsRan(String, ProcessEnd? = nil)
  /// The machine did not run a suite for minutes.
  case notRunInTime(String)
  /// Swift Testing wrote its events in a form that is not known.
  case unknownEventStream(String)
  case damaged(String, reason: String)
  /// Given up, because its answer is not wanted any more.
  case cancelled
}

extension GraderError {
  /// Whether the compiler came to no end of its own: the code may be the cause, or the machine.
  package var isCompilersEnd: Bool {
    switch self {
    case .compilerEnded, .compilerOutOfTime: true
    default: false
    }
  }
}

extension GraderError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noWorkbook(let folder):
      "no workbook at \(folder) or above it. Change into the folder that holds Package.swift and Solutions."
    case .noSolutions:
      "this copy of the workbook was handed out without its solutions, and this needs them."
    case .noStaff:
      "this copy of the workbook was handed out to learners, without what authors and instructors use."
    case .staffDoesNotBuild: "the commands for authors and instructors do not build: the errors stand above."
    case .noLab:
      "this copy of the workbook was handed out without the lab, which needs the solutions of all chapters."
    case .missing(let path): "\(path) is missing. \(Self.restore(path))"
    case .unreadable(let error): "\(error)"
    case .notUTF8(let path): "\(path) is not UTF-8 text. \(Self.restore(path))"
    case .stateUnreadable(let error):
      "\(error) It holds your last verdicts and the hints you have read: make it readable, or move it away to begin anew."
    case .notReplaced(let path, let reason): "\(path) was not replaced, and nothing is lost: \(reason)"
    case .cannotWrite(let path, let reason):
      "\(path) cannot be written (\(reason)). Check who owns it and its folder, and whether the disk is full."
    case .noSandbox(let reasons):
      "no sandbox works here (\(reasons.joined(separator: "; "))). Install bubblewrap, or say what you rely on: `--isolation external` in a container that is thrown away, `--isolation none` for files that you trust."
    case .noCompiler: "no `swift` on the PATH. Install Swift 6.2 or newer from https://www.swift.org/install."
    case .cannotStart(let program, let reason): "\(program) could not be started (\(reason))."
    case .courseDoesNotBuild(let file, let line, let reason):
      "the course itself does not build, so nothing was judged: "
        + (file.map { "\($0)\(line.map { ":\($0)" } ?? ""): " } ?? "") + reason
    case .compilerEnded(let how):
      "the compiler was ended before it finished (\(how)). Nothing was judged: run it again."
    case .compilerOutOfTime:
      "the compiler took more time than it is given. Nothing was judged: run it again, where the machine is less busy."
    case .diskFull(let folder):
      "the disk of \(folder) is full, so what the suite found could not be written down. Nothing was judged: make room, and run it again."
    case .noTestsRan(let suite, nil):
      "\(suite) did not run the tests that it promises. Its file may be damaged. \(Self.restore(suite))"
    case .noTestsRan(let suite, let end?):
      "\(suite) did not run the tests that it promises: its process \(end). Nothing was judged. Where that shows no reason, its file may be damaged. \(Self.restore(suite))"
    case .notRunInTime(let suite):
      "the machine is too busy: \(suite) was not run for minutes. Nothing was judged: run it again."
    case .unknownEventStream(let version):
      "this toolchain's Swift Testing writes its events in version \(version), which this grader does not know. Use Swift 6.2 or 6.3, or a newer Post Road."
    case .cancelled: "given up before it was finished."
    case .damaged(let path, let reason): "\(path) is damaged: \(reason)"
    }
  }

  /// For files of the authors'. A workbook may have been downloaded without git.
  private static func restore(_ path: String) -> String {
    "It is part of the workbook: restore it with `git restore \(path)`, or copy it from a fresh download."
  }
}
