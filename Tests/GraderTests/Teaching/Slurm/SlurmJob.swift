import Foundation
import Testing

@testable import SystemKit

/// An array that was submitted, with its logs in a folder.
struct SlurmJob {
  /// What Slurm says of a task.
  struct Task: Equatable {
    let state: String
    /// The exit status, and the signal that ended it.
    let ending: String
    let restarts: String
  }

  private let cluster: SlurmCluster
  private let id: String
  private let logs: String

  /// - Parameter command: the script and its arguments.
  init(
    _ command: [String], array: String, logs: String, with variables: [String: String],
    on cluster: SlurmCluster
  ) throws {
    (self.cluster, self.logs) = (cluster, logs)
    try Files.makeFolder(logs)
    let options = ["--parsable", "--array=\(array)", "--chdir=\(logs)", "--output=%a.log"]
    let result = try cluster.run("sbatch", options + command, with: variables)
    try #require(result.ending == .exited(0), "\(result.output)")
    id = result.output.trimmingCharacters(in: .newlines)
  }

  /// Waits until no task is left. `sbatch --wait` would ask now and then, at last every half minute.
  func wait() throws {
    let result = try cluster.run("srun", "--quiet", "--dependency=afterany:\(id)", "true")
    try #require(result.ending == .exited(0), "\(result.output)")
  }

  func cancel() throws {
    let result = try cluster.run("scancel", id)
    try #require(result.ending == .exited(0), "\(result.output)")
  }

  /// All tasks, by number.
  func tasks() throws -> [Int: Task] {
    let lines = try cluster.run("scontrol", "--oneliner", "show", "job", id).output.split(separator: "\n")
    return try lines.reduce(into: [:]) { tasks, line in
      let fields = Dictionary(
        line.split(separator: " ").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
          .filter { $0.count == 2 }.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
      let number = try #require(fields["ArrayTaskId"].flatMap { Int($0) }, "\(line)")
      tasks[number] = Task(
        state: fields["JobState"] ?? "", ending: fields["ExitCode"] ?? "", restarts: fields["Restarts"] ?? "")
    }
  }

  /// What a task printed; nothing where it never began.
  func log(_ task: Int) -> String {
    String(decoding: (try? Files.read("\(logs)/\(task).log")) ?? [], as: UTF8.self)
  }
}
