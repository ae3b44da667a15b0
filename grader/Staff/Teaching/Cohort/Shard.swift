/// A share of a cohort: the submissions whose places in the manifest, counted from 0, leave `index` when divided by `count`.
struct Shard: Equatable, Sendable {
  let index: Int
  let count: Int

  /// More than any engine starts at once: Kubernetes runs at most 100,000 indexes.
  static let most = 100_000
  /// The whole cohort.
  static let all = Shard(0, of: 1)!

  init?(_ index: Int, of count: Int) {
    guard (1...Self.most).contains(count), (0..<count).contains(index) else { return nil }
    self.index = index
    self.count = count
  }

  func holds(_ place: Int) -> Bool { place % count == index }

  /// As the command line has it: `3/16`.
  var words: String { "\(index)/\(count)" }

  /// Its journal's name. Each shard has a file of its own, so that none ever writes to another's.
  var journal: String { self == .all ? "journal.jsonl" : "journal-\(index)-of-\(count).jsonl" }
}

/// A shard as it is asked for: `3/16`, or `auto` where an engine says which.
enum ShardChoice: Equatable, Sendable {
  case this(Shard)
  /// With the count where the engine does not say it.
  case auto(count: Int?)

  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.first == "auto", parts.count <= 2 {
      let count = parts.count == 2 ? Int(parts[1]) : nil
      guard parts.count == 1 || count.map({ (1...Shard.most).contains($0) }) == true else { return nil }
      self = .auto(count: count)
    } else if parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]),
      let shard = Shard(index, of: count)
    {
      self = .this(shard)
    } else {
      return nil
    }
  }
}
