import Foundation
import Testing

@testable import StaffKit
@testable import SystemKit

/// The templates for engines, as far as they run here.
@Suite struct DeployTests {
  private static let folder = TestWorkbook.origin + "grader/Deploy/"

  private func run(_ command: [String], _ environment: [String: String] = [:]) throws -> ChildProcess.Result {
    var child = ChildProcess(command, with: try Toolchain(), environment: environment)
    child.mergesErrors = true
    return try child.run()
  }

  @Test(arguments: ["parallel.sh", "slurm.sbatch", "gradescope/setup.sh", "gradescope/run_autograder"])
  func `a shell understands each script`(name: String) throws {
    let shell = name == "parallel.sh" ? "/bin/sh" : "/bin/bash"
    let result = try run([shell, "-n", Self.folder + name])
    #expect(result.ending == .exited(0), "\(result.output)")
  }

  /// Each command line of the grader's in a template is one that it takes.
  @Test func `no template names an option that there is not`() throws {
    let known = Set(Staff.grader.commands.flatMap(\.options).map(\.name))
    for name in [
      "parallel.sh", "slurm.sbatch", "kubernetes.yaml", "github-actions.yml", "gitlab-ci.yml",
      "gradescope/run_autograder",
    ] {
      let text = String(decoding: try Files.read(Self.folder + name), as: UTF8.self)
      let commands = text.replacing("\\\n", with: " ").replacing(/\n +--/, with: " --").split(separator: "\n")
        .filter {
          $0.contains(#/\b(cohort|grade) /#) && !$0.hasPrefix("#")
        }
      #expect(!commands.isEmpty, "\(name)")
      for command in commands {
        for option in command.matches(of: /--[a-z][a-z-]+/) where !["--product"].contains(option.output) {
          #expect(known.contains(String(option.output)), "\(name): \(option.output)")
        }
      }
    }
  }

  private static let parallel = Browser.find(["parallel"])

  @Test(
    .enabled(if: parallel != nil, "GNU parallel is not installed"),
    .enabled(if: BuiltGrader.folder != nil, "there is no built grader beside the tests"))
  func `GNU parallel judges all shards, and the same command judges nothing again`() throws {
    let book = try MiniWorkbook()
    let (submissions, results) = (book.root + " class", book.root + " results")
    leftovers.withLock { $0 += [submissions, results] }
    let exercises = try book.curriculum.exercises
    for exercise in exercises { try book.write("import Testing\n", to: exercise.suiteFile) }
    for name in ["ada", "bob", "cyd"] {
      try Files.write(
        Array(try book.curriculum.stub(of: exercises[0]).utf8),
        to: "\(submissions)/\(name)/\(exercises[0].file)")
    }
    let script = book.root + "/grader/Deploy/parallel.sh"
    try Files.write(try Files.read(Self.folder + "parallel.sh"), to: script)
    let command = ["/bin/sh", script, submissions, results, "2", "--isolation", "none"]
    let grader = try StandIn.write(
      "#!/bin/sh\nexec '\(try #require(BuiltGrader.folder))/staff' \"$@\"",
      to: book.root + "/tools/the grader")
    let environment = ["GRADER": grader, "JOBS": "2"]
    for _ in 0..<2 {
      let result = try run(command, environment)
      #expect(result.ending == .exited(0), "\(result.output)")
      #expect(result.output.contains("3 submissions merged."), "\(result.output)")
    }
    let journals = try (0..<2).map { try Files.read("\(results)/shard-\($0)/journal-\($0)-of-2.jsonl") }
    #expect(journals.map { $0.count { $0 == UInt8(ascii: "\n") } } == [2, 1])
    #expect(String(decoding: try Files.read(results + "/results.csv"), as: UTF8.self).contains("cyd"))
  }
}
