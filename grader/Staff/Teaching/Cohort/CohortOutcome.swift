/// What became of a cohort or of a share of it: a pure function of the manifest and what the journals hold.
struct CohortOutcome: Sendable {
  /// In the order of the manifest.
  var grades: [GradeReport] = []
  /// Of which two runs say different things.
  var unstable: [String] = []
  /// What has no verdict, with its place in the manifest.
  var missing: [(place: Int, name: String)] = []
  let manifest: CohortManifest

  init(_ manifest: CohortManifest, records: CohortRecords, shard: Shard = .all) {
    self.manifest = manifest
    for (place, item) in manifest.submissions.enumerated() where shard.holds(place) {
      if item.key.isEmpty {
        missing.append((place, item.name))
      } else if let record = records[item.key] {
        if record.isUnstable { unstable.append(item.name) } else { grades.append(record.grade) }
      } else {
        missing.append((place, item.name))
      }
    }
  }
}
