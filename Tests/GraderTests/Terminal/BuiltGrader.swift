import Foundation
import Testing

/// The grader's program, as it was built together with these tests.
enum BuiltGrader {
  /// The folder it stands in: the one of the test bundle.
  static let folder: String? = {
    for argument in CommandLine.arguments where argument.contains(".xctest") {
      var url = URL(filePath: argument).standardizedFileURL
      while url.path != "/", url.pathExtension != "xctest" { url = url.deletingLastPathComponent() }
      let folder = url.deletingLastPathComponent().path(percentEncoded: false)
      if FileManager.default.isExecutableFile(atPath: folder + "grader") { return String(folder.dropLast()) }
    }
    return nil
  }()

  /// Starts it in a workbook, with nobody to talk to.
  static func start(_ arguments: String..., in root: String) throws -> StartedProcess {
    let folder = try #require(folder, "no built grader beside the tests")
    let script = "cd \"$1\" && shift && exec \"$@\" >/dev/null 2>&1 </dev/null"
    return try StartedProcess(["/bin/sh", "-c", script, "sh", root, folder + "/grader"] + arguments)
  }
}
