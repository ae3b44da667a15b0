import Foundation
import Testing

@testable import SystemKit

/// What the templates for shells do before and after the grader, without an engine.
@Suite struct DeployScriptTests {
  private let room: MiniClass

  init() throws {
    room = try MiniClass()
    try Files.makeFolder(room.folder)
  }

  /// Runs the template for Slurm as the only task of an array. No two jobs have one number: it names what is temporary.
  private func slurm(_ variables: [String: String], in folder: String? = nil) throws -> ChildProcess.Result {
    let own = [
      "COURSE": room.book.root, "SUBMISSIONS": room.folder, "RESULTS": room.results,
      "SLURM_JOB_ID": UUID().uuidString, "SLURM_ARRAY_JOB_ID": "7", "SLURM_ARRAY_TASK_ID": "0",
      "SLURM_ARRAY_TASK_MIN": "0",
      "SLURM_ARRAY_TASK_MAX": "0", "SLURM_ARRAY_TASK_COUNT": "1",
    ]
    var child = ChildProcess(
      ["/bin/bash", TestWorkbook.origin + "grader/Deploy/slurm.sbatch"], with: try Toolchain(),
      environment: own.merging(variables) { $1 })
    child.mergesErrors = true
    child.folder = folder
    return try child.run()
  }

  @Test(arguments: ["COURSE", "SUBMISSIONS", "RESULTS", "SLURM_ARRAY_TASK_ID"])
  func `a variable that is missing is a wrong command line`(name: String) throws {
    let result = try slurm([name: "", "GRADER": "true"])
    #expect(result.ending == .exited(2), "\(result.output)")
    #expect(result.output.contains(name.hasPrefix("SLURM") ? "sbatch" : name))
  }

  @Test func `results in the course are refused`() throws {
    let inside = room.book.root + "/results"
    #expect(try slurm(["RESULTS": inside, "GRADER": "true"]).ending == .exited(2))
    var child = ChildProcess(
      ["/bin/sh", room.book.root + "/grader/Deploy/parallel.sh", room.folder, inside, "2"],
      with: try Toolchain(), environment: ["GRADER": "true"])
    child.mergesErrors = true
    try room.book.write(
      String(decoding: try Files.read(TestWorkbook.origin + "grader/Deploy/parallel.sh"), as: UTF8.self),
      to: "grader/Deploy/parallel.sh")
    let result = try child.run()
    #expect(result.ending == .exited(2), "\(result.output)")
    #expect(result.output.contains("in the course"))
  }

  /// Writes a program, in a folder with a space in its name.
  private func program(_ name: String, _ script: String) throws -> String {
    try StandIn.write("#!/bin/sh\n" + script, to: "\(room.book.root)/tools/\(name)")
  }

  @Test(arguments: [0, 1, 2, 3] as [Int32])
  func `the grader's status is the task's, also where Slurm refuses to queue it again`(status: Int32) throws {
    let tools = try program("scontrol", "exit 1").dropLast("/scontrol".count)
    let result = try slurm([
      "GRADER": try program("the grader", "exit \(status)"), "PATH": "\(tools):/usr/bin:/bin",
    ])
    #expect(result.ending == .exited(status), "\(result.output)")
  }

  @Test(arguments: [("", true), ("0", true), ("2", true), ("3", false)])
  func `trouble queues a task again, three times at most`(restarts: String, isQueued: Bool) throws {
    let tools = try program("scontrol", "echo \"$*\"").dropLast("/scontrol".count)
    let result = try slurm([
      "GRADER": try program("the grader", "exit 3"), "PATH": "\(tools):/usr/bin:/bin",
      "SLURM_RESTART_COUNT": restarts,
    ])
    #expect(result.ending == .exited(3))
    #expect(result.output == (isQueued ? "requeue 7_0\n" : ""))
  }

  @Test func `what is no folder is a wrong command line, and a relative one is found`() throws {
    #expect(try slurm(["COURSE": room.book.root + "/none", "GRADER": "true"]).ending == .exited(2))
    let name = room.folder.split(separator: "/").last.map(String.init) ?? ""
    let result = try slurm(["SUBMISSIONS": "../\(name)", "GRADER": "echo"], in: room.book.root)
    #expect(result.output.contains("/\(name) --out /"), "\(result.output)")
  }
}
