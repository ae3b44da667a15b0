import Testing

@testable import TeachingKit

/// Which shard does what, and how engines say it.
@Suite struct ShardTests {
  @Test(arguments: [1, 2, 3, 16]) func `each place is in exactly one shard, and shards differ by one at most`(
    count: Int
  ) throws {
    let shards = try (0..<count).map { try #require(Shard($0, of: count)) }
    var sizes = Array(repeating: 0, count: count)
    for place in 0..<200 {
      let holders = shards.filter { $0.holds(place) }
      #expect(holders.count == 1)
      sizes[holders[0].index] += 1
    }
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    #expect(Set(shards.map(\.journal)).count == count)
  }

  @Test func `a share is written as 3/16, auto or auto/16`() {
    #expect(ShardChoice("3/16") == Shard(3, of: 16).map(ShardChoice.this))
    #expect(ShardChoice("auto") == .auto(count: nil))
    #expect(ShardChoice("auto/16") == .auto(count: 16))
    for text in [
      "16/16", "-1/4", "1", "/", "1/", "/4", "0/0", "auto/", "auto/0", "auto/x", "1/2/3", "a/b", "",
    ] {
      #expect(ShardChoice(text) == nil, "\(text)")
    }
  }

  private func shard(_ environment: [String: String], count: Int? = nil) -> String? {
    (try? ShardEngine.shard(count: count, in: environment))?.words
  }

  /// Names and first indexes: Slurm's job_array page, Kubernetes' Indexed Job, GitLab's predefined variables, AWS Batch's
  /// environment variables.
  @Test func `engines say which shard it is`() {
    let slurm = [
      "SLURM_ARRAY_TASK_ID": "7", "SLURM_ARRAY_TASK_COUNT": "4", "SLURM_ARRAY_TASK_MIN": "1",
      "SLURM_ARRAY_TASK_STEP": "2",
    ]
    #expect(shard(slurm) == "3/4")
    #expect(shard(["SLURM_ARRAY_TASK_ID": "0", "SLURM_ARRAY_TASK_COUNT": "16"]) == "0/16")
    #expect(shard(["JOB_COMPLETION_INDEX": "15"], count: 16) == "15/16")
    #expect(shard(["CI_NODE_INDEX": "1", "CI_NODE_TOTAL": "4"]) == "0/4")
    #expect(shard(["CI_NODE_INDEX": "4", "CI_NODE_TOTAL": "4"]) == "3/4")
    #expect(shard(["BUILDKITE_PARALLEL_JOB": "0", "BUILDKITE_PARALLEL_JOB_COUNT": "2"]) == "0/2")
    #expect(shard(["CLOUD_RUN_TASK_INDEX": "2", "CLOUD_RUN_TASK_COUNT": "3"]) == "2/3")
    #expect(shard(["AWS_BATCH_JOB_ARRAY_INDEX": "9", "AWS_BATCH_JOB_ARRAY_SIZE": "10"]) == "9/10")
  }

  @Test func `what an engine does not say is asked for, and what makes no sense is refused`() {
    #expect(shard([:]) == nil)
    #expect(shard(["JOB_COMPLETION_INDEX": "1"]) == nil)
    #expect(shard(["CI_NODE_INDEX": "0", "CI_NODE_TOTAL": "4"]) == nil)
    #expect(shard(["CI_NODE_INDEX": "5", "CI_NODE_TOTAL": "4"]) == nil)
    #expect(
      shard([
        "SLURM_ARRAY_TASK_ID": "2", "SLURM_ARRAY_TASK_COUNT": "4", "SLURM_ARRAY_TASK_STEP": "2",
        "SLURM_ARRAY_TASK_MIN": "1",
      ]) == nil)
    #expect(shard(["CLOUD_RUN_TASK_INDEX": "x", "CLOUD_RUN_TASK_COUNT": "3"]) == nil)
  }
}
