import GraderKit

/// An engine that starts one process for each shard, by the variables in which it says which one.
struct ShardEngine: Sendable {
  let name: String
  let index: String
  /// Nil where it says no count: then `auto/16` has to.
  var count: String?
  /// The variable with the first index, and the number where there is none.
  var first: String?
  var start = 0
  /// The variable with the distance of two indexes.
  var step: String?

  /// The first whose index is set is taken.
  static let known = [
    ShardEngine(
      name: "Slurm", index: "SLURM_ARRAY_TASK_ID", count: "SLURM_ARRAY_TASK_COUNT",
      first: "SLURM_ARRAY_TASK_MIN", step: "SLURM_ARRAY_TASK_STEP"),
    ShardEngine(name: "Kubernetes", index: "JOB_COMPLETION_INDEX"),
    ShardEngine(name: "GitLab", index: "CI_NODE_INDEX", count: "CI_NODE_TOTAL", start: 1),
    ShardEngine(
      name: "Buildkite", index: "BUILDKITE_PARALLEL_JOB", count: "BUILDKITE_PARALLEL_JOB_COUNT"),
    ShardEngine(name: "Cloud Run", index: "CLOUD_RUN_TASK_INDEX", count: "CLOUD_RUN_TASK_COUNT"),
    ShardEngine(
      name: "AWS Batch", index: "AWS_BATCH_JOB_ARRAY_INDEX", count: "AWS_BATCH_JOB_ARRAY_SIZE"),
  ]

  /// The shard that the environment speaks of.
  static func shard(count: Int?, in environment: [String: String]) throws(UsageError) -> Shard {
    guard let engine = known.first(where: { environment[$0.index] != nil }) else {
      throw .badValue(
        "auto", of: "--shard",
        wanted: "an engine that says which shard this is (\(known.map(\.name).listed(with: "or"))), or `3/16`"
      )
    }
    guard let all = count ?? engine.count.flatMap({ environment[$0] }).flatMap({ Int($0) }) else {
      throw .badValue(
        "auto", of: "--shard", wanted: "the count too, which \(engine.name) does not say: `auto/16`")
    }
    let first = engine.first.flatMap { environment[$0] }.flatMap { Int($0) } ?? engine.start
    let step = max(1, engine.step.flatMap { environment[$0] }.flatMap { Int($0) } ?? 1)
    guard let number = environment[engine.index].flatMap({ Int($0) }), (number - first) % step == 0,
      let shard = Shard((number - first) / step, of: all)
    else {
      throw .badValue(
        "auto", of: "--shard",
        wanted:
          "\(engine.index) to be one of \(all) shards from \(first) on; it is \(environment[engine.index] ?? "")"
      )
    }
    return shard
  }
}
