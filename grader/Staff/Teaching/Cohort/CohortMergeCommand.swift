import GraderKit
import SystemKit

/// `grader cohort merge`: the results of all shards together, as one run over the whole would have written them.
enum CohortMergeCommand {
  static func run(_ folders: [String], _ options: Options, in session: Session) throws -> Int32 {
    guard !folders.isEmpty else {
      throw UsageError.missingValue("cohort merge", wanted: "the folders that shards were written to")
    }
    guard let target = options[CohortCommand.results] else {
      throw UsageError.missingValue("--out", wanted: "the folder for the results")
    }
    let marks = try MarksOptions(options, session)
    var records = CohortRecords()
    var found: CohortManifest?
    for folder in folders {
      let manifest = try manifest(folder)
      if let difference = (found ?? manifest).difference(from: manifest) {
        throw UsageError.badValue(
          folder, of: "cohort merge", wanted: "shards of one cohort, but \(difference)")
      }
      let others = Set((found?.others ?? []) + (manifest.others ?? [])).sorted()
      found = manifest
      found?.others = others.isEmpty ? nil : others
      records = try CohortJournal.read(folder, into: records)
    }
    guard let manifest = found else { return ExitStatus.usage }
    let outcome = CohortOutcome(manifest, records: records)
    try Files.makeFolder(target)
    try Files.write(Array((JSON.text(manifest) + "\n").utf8), to: "\(target)/\(CohortManifest.file)")
    try marks.write(outcome, to: target, session)
    CohortView(console: session.console, target: target).tell(merged: outcome, shards: try shards(folders))
    return outcome.missing.isEmpty && outcome.unstable.isEmpty ? ExitStatus.success : ExitStatus.unsolved
  }

  private static func manifest(_ folder: String) throws -> CohortManifest {
    let path = "\(folder)/\(CohortManifest.file)"
    guard try Files.exists(path) else {
      throw UsageError.badValue(
        folder, of: "cohort merge", wanted: "a folder that `cohort --out` wrote; \(path) is missing")
    }
    return try JSON.read(CohortManifest.self, at: path)
  }

  /// Into how many shards the cohort was divided, by the names of the journals; nil where that is not clear.
  private static func shards(_ folders: [String]) throws -> Int? {
    let counts = try folders.flatMap { try Files.names(in: $0) }.compactMap { name in
      name.wholeMatch(of: /journal-[0-9]+-of-([0-9]+)\.jsonl/).flatMap { Int($0.1) }
    }
    return Set(counts).count == 1 ? counts.first : nil
  }
}
