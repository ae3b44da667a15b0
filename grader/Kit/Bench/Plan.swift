import Foundation

/// The compiler's commands of a chapter's last build by SwiftPM: while only the contents of known files change, they can be
/// given again without planning anew, which is most of what SwiftPM does in a small build.
struct Plan: Codable, Equatable {
  /// The names of the files that were planned for.
  var subjects: [String]
  var suites: [String]
  /// What else the build depends on: the vocabulary, the tests' support, the compiler.
  var given: String
  /// The arguments of the three commands.
  var compileSubjects: [String]
  var compileSuites: [String]
  var link: [String]
  /// The chapter's module as the suites were last compiled against it, and the suites as they then were.
  var suitesSaw: String
  var suitesWere: String

  /// Reads the commands for a chapter out of SwiftPM's build description; nil where it does not look as expected.
  init?(description: String, laying: Laying, given: String) {
    var commands: [String: [String]] = [:]
    var name: Substring = ""
    for line in description.split(separator: "\n") {
      if line.hasPrefix("  \"C."), line.hasSuffix("\":") {
        name = line.dropFirst(5).dropLast(2)
      } else if line.hasPrefix("    args: "), !name.isEmpty {
        let list = Data(line.dropFirst("    args: ".count).utf8)
        commands[String(name)] = try? JSONDecoder().decode([String].self, from: list)
      }
    }
    func command(_ module: String, _ kind: String) -> [String]? {
      // `DNSMessages-x86_64-unknown-linux-gnu-debug.module`
      let arguments = commands.filter { $0.key.hasPrefix(module + "-") && $0.key.hasSuffix("." + kind) }
      // Diagnostics are wanted as people read them.
      return arguments.count == 1 ? arguments.first?.value.filter { $0 != "-parseable-output" } : nil
    }
    guard let compileSubjects = command(laying.chapter.name, "module"),
      let compileSuites = command(laying.chapter.suiteModule, "module"),
      let link = command(laying.chapter.suiteModule, "exe")
    else { return nil }
    self.compileSubjects = compileSubjects
    self.compileSuites = compileSuites
    self.link = link
    self.given = given
    subjects = laying.subjects.keys.sorted()
    suites = laying.suites.keys.sorted()
    suitesSaw = ""
    suitesWere = ""
  }

  /// Whether the plan is still good for what lies there now.
  func fits(_ laying: Laying, given: String) -> Bool {
    self.given == given && subjects == laying.subjects.keys.sorted() && suites == laying.suites.keys.sorted()
  }

  /// The chapter's module file, which the suites are compiled against.
  var module: String? {
    compileSubjects.firstIndex(of: "-emit-module-path").map {
      compileSubjects[compileSubjects.index(after: $0)]
    }
  }
}
