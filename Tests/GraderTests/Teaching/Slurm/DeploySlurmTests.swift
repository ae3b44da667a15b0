import Foundation
import Testing

@testable import CurriculumKit
@testable import GraderKit
@testable import SystemKit

/// The template for Slurm, run by a real one. The submissions need no build.
@Suite(
  .serialized, .ownThread,
  .enabled(if: SlurmCluster.isInstalled, "Slurm and munge are not installed"),
  .enabled(if: BuiltGrader.folder != nil, "there is no built grader beside the tests"),
  .enabled(if: SlurmCluster.shared != nil, "Slurm cannot be started here; standard error says why"))
struct DeploySlurmTests {
  private let room: MiniClass
  /// Programs and logs; its name has a space in it, as those of the course and the class have.
  private let tools: String
  /// The tasks' folder for what is temporary. The compiler starts in none whose name is not ASCII.
  private let scratch: String
  private let cluster: SlurmCluster

  init() throws {
    cluster = try #require(SlurmCluster.shared)
    room = try MiniClass()
    let own =
      FileManager.default.temporaryDirectory.path(percentEncoded: false) + "/slurm \(UUID().uuidString)"
    (tools, scratch) = (own + " tools", own + " scratch")
    leftovers.withLock { [tools, scratch] in $0 += [tools, scratch] }
    for folder in [tools, scratch] { try Files.makeFolder(folder) }
    // A grader of root's starts the compiler as nobody.
    try FileManager.default.setAttributes([.posixPermissions: 0o1777], ofItemAtPath: scratch)
    let exercise = try room.book.curriculum.exercises[0]
    let stub = try room.book.curriculum.stub(of: exercise)
    for (number, name) in ["ada", "bob", "cyd", "dan", "eve"].enumerated() {
      let text = number.isMultiple(of: 2) ? stub + "import Glibc\n" : stub
      try Files.write(Array(text.utf8), to: "\(room.folder)/\(name)/\(exercise.file)")
    }
  }

  /// Writes a program to be started as the grader, which finds the real one in `REAL`. Only its folder's name has a space in it:
  /// Slurm's `linuxproc` misreads the parent of a process whose own name has one, and never signals it.
  private func standIn(_ script: String) throws -> String {
    try StandIn.write("#!/bin/bash\n" + script, to: tools + "/grader")
  }

  private func submit(array: String, _ more: String..., with variables: [String: String]) throws -> SlurmJob {
    let own = [
      "COURSE": room.book.root, "SUBMISSIONS": room.folder, "RESULTS": room.results,
      "TMPDIR": scratch, "TOOLS": tools, "REAL": try #require(BuiltGrader.folder) + "/staff",
    ]
    return try SlurmJob(
      [TestWorkbook.origin + "grader/Deploy/slurm.sbatch", "--isolation", "none"] + more, array: array,
      logs: tools + "/logs", with: own.merging(variables) { $1 }, on: cluster)
  }

  /// Clones that tasks made and did not remove.
  private func copies() throws -> [String] {
    try Files.names(in: scratch).filter { $0.hasPrefix("postroad-course") }
  }

  @Test func `an array writes what one run writes, though a task meets trouble and is queued again`() throws {
    // The real grader, but for the first run of one task.
    let grader = try standIn(
      """
      if [ "$SLURM_ARRAY_TASK_ID" = 1 ] && mkdir "$TOOLS/met" 2>/dev/null; then echo 'met trouble'; exit 3; fi
      exec "$REAL" "$@"
      """)
    let job = try submit(array: "0-3", with: ["GRADER": grader])
    try job.wait()
    let tasks = try job.tasks()
    for task in 0..<4 {
      let restarts = task == 1 ? "1" : "0"
      #expect(
        tasks[task] == SlurmJob.Task(state: "COMPLETED", ending: "0:0", restarts: restarts),
        "\(task): \(job.log(task))")
    }
    // What was printed before is kept.
    let log = job.log(1)
    #expect(log.contains("met trouble") && log.contains("1 submission judged"), "\(log)")
    #expect(try copies() == [])

    let shards = (0..<4).map { "\(room.results)/shard-\($0)" }
    let merged = GraderRun(["cohort", "merge"] + shards + ["--out", room.results], in: room.book.root)
    #expect(merged.status == 0, "\(merged.errors)")
    let whole = room.book.grader(
      "cohort", room.folder, "--out", tools + "/whole", "--isolation", "none")
    #expect(whole.status == 0, "\(whole.errors)")
    for name in ["results.csv", "results.json", "cohort.json"] {
      #expect(try Files.read("\(room.results)/\(name)") == Files.read("\(tools)/whole/\(name)"), "\(name)")
    }
  }

  @Test func `some of the shares are judged again where their number is said, and else nothing is`() throws {
    let real = try #require(BuiltGrader.folder) + "/staff"
    let unclear = try ["1,3", "2"].map { try submit(array: $0, with: ["GRADER": real]) }
    for (job, numbers) in zip(unclear, [[1, 3], [2]]) {
      try job.wait()
      for task in numbers {
        #expect(try job.tasks()[task]?.ending == "2:0", "\(job.log(task))")
        #expect(job.log(task).contains("SHARDS="))
      }
    }
    let job = try submit(array: "1,3", with: ["GRADER": real, "SHARDS": "4"])
    try job.wait()
    for task in [1, 3] {
      #expect(try job.tasks()[task]?.ending == "0:0", "\(job.log(task))")
      #expect(
        try Files.names(in: "\(room.results)/shard-\(task)").contains("journal-\(task)-of-4.jsonl"))
    }
  }

  @Test func `the copy is there as long as the grader is, also where the task is cancelled`() throws {
    // What it does when it is told to end takes a while.
    let grader = try standIn(
      """
      trap 'for _ in {1..300}; do /bin/true; done; ls; exit' TERM
      echo begun >"$TOOLS/begun"
      cat <>"$TOOLS/never" & wait
      """)
    for pipe in ["begun", "never"] { try #require(mkfifo("\(tools)/\(pipe)", 0o600) == 0) }
    let job = try submit(array: "0-0", with: ["GRADER": grader])
    // Ends when the grader has begun.
    #expect(try cluster.run("cat", tools + "/begun").output == "begun\n")
    #expect(try copies().count == 1)
    try job.cancel()
    try job.wait()
    #expect(try job.tasks()[0]?.state == "CANCELLED")
    #expect(job.log(0).contains("Package.swift"), "\(job.log(0))")
    #expect(try copies() == [])
  }
}
