import ScaleKit

extension ScaleFile {
  /// Why one of several files does not go with the others.
  package struct MergeFailure: Error, Hashable {
    /// Which of them; nil where one is missing.
    package let file: Int?
    package let failure: Failure
  }

  /// The whole run out of its shards, in any order.
  package static func merge(_ files: [ScaleFile]) throws -> ScaleFile {
    guard let first = files.first else { throw MergeFailure(file: nil, failure: .notAFile) }
    var counters = ScaleCounters()
    var seen = [Bool](repeating: false, count: first.settings.pops)
    for (index, file) in files.enumerated() {
      guard file.settings == first.settings else {
        throw MergeFailure(file: index, failure: .otherSettings)
      }
      for pop in file.pops {
        guard !seen[pop] else { throw MergeFailure(file: index, failure: .twice(pop)) }
        seen[pop] = true
      }
      counters += file.counters
    }
    if let missing = seen.firstIndex(of: false) {
      let end = seen[missing...].firstIndex(of: true) ?? seen.count
      throw MergeFailure(file: nil, failure: .missing(missing..<end))
    }
    return ScaleFile(first.settings, pops: 0..<first.settings.pops, counters)
  }
}
