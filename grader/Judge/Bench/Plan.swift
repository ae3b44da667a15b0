import Foundation
import SystemKit

/// The compiler's commands of a chapter's last build by SwiftPM: while only the contents of known files change, they can be
/// given again without planning anew, which is most of what SwiftPM does in a small build.
package struct Plan: Codable, Equatable {
  /// The names of the files that were planned for.
  package var subjects: [String]
  package var suites: [String]
  /// What else the build depends on (`BuildEnvironment.all`).
  package var environment: String
  /// The arguments of the three commands.
  package var compileSubjects: [String]
  package var compileSuites: [String]
  package var link: [String]
  /// What the last of them starts; nil until it was seen.
  package var linkJobs: [[String]]?
  /// Digests of the chapter's interface and of the suites at the last successful compilation of the suites.
  package var interfaceAtSuiteBuild: String
  package var suitesAtSuiteBuild: String

  /// Reads the commands for a chapter out of SwiftPM's build description; nil where it does not look as expected.
  package init?(description: String, recipe: Recipe, environment: String) {
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
    guard let compileSubjects = command(recipe.chapter.name, "module"),
      let compileSuites = command(recipe.chapter.suiteModule, "module"),
      let link = command(recipe.chapter.suiteModule, "exe")
    else { return nil }
    self.compileSubjects = compileSubjects
    self.compileSuites = compileSuites
    self.link = link
    self.environment = environment
    subjects = recipe.subjects.map(\.name)
    suites = recipe.runnerFiles.map(\.name)
    interfaceAtSuiteBuild = ""
    suitesAtSuiteBuild = ""
  }

  /// Whether the plan is good for a recipe: the same names, in the same environment.
  package func fits(_ recipe: Recipe, environment: String) -> Bool {
    self.environment == environment && subjects == recipe.subjects.map(\.name)
      && suites == recipe.runnerFiles.map(\.name)
  }

  /// Names files with their contents.
  package static func digest(of files: [SourceFile]) -> String {
    Fingerprint.of(files.map { "\($0.name) \($0.content.fingerprint)" }.joined(separator: "\n").utf8)
  }

  /// The file with the chapter's interface, which is all that the suites know of it.
  package var interface: String? {
    compileSubjects.lastIndex(of: "-emit-module-interface-path").flatMap {
      compileSubjects.dropFirst($0 + 1).first
    }
  }

  /// The options that decide whether the chapter's files compile.
  package var subjectOptions: [String] { Self.meaning(of: compileSubjects) }
  /// The same for its suites.
  package var suiteOptions: [String] { Self.meaning(of: compileSuites) }

  /// Of a command's arguments those that say what is compiled, and not how or where to.
  private static func meaning(of command: [String]) -> [String] {
    let withValue: Set = [
      "-module-name", "-I", "-F", "-target", "-sdk", "-swift-version", "-package-name", "-plugin-path",
      "-load-plugin-executable",
    ]
    let alone: Set = ["-parse-as-library", "-enable-testing", "-strict-memory-safety"]
    var options: [String] = []
    var rest = command.dropFirst()[...]
    while let option = rest.popFirst() {
      if withValue.contains(option), let value = rest.popFirst() { options += [option, value] }
      if alone.contains(option), !options.contains(option) { options.append(option) }
    }
    // Of several caches the last one counts.
    if let cache = command.lastIndex(of: "-module-cache-path"), command.indices.contains(cache + 1) {
      options += ["-module-cache-path", command[cache + 1]]
    }
    return options
  }
}
