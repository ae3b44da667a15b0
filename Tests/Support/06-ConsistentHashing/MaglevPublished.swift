import PostRoad

/// Tables of Maglev that others have published.
public enum MaglevPublished {
  /// A table and the walks that fill it.
  public struct Example: Sendable {
    /// Where it is published.
    public let source: String
    /// A walk for each backend.
    public let walks: [Maglev.Walk]
    /// The backend of each entry.
    public let table: [Int]
  }

  /// Eisenbud and others, NSDI 2016, table 1: offset and skip are 3 and 4 for B0, 0 and 2 for B1, 3 and 1 for B2.
  public static let paper = Example(
    source: "the paper's table 1", walks: walks([(3, 4), (0, 2), (3, 1)]), table: [1, 0, 1, 0, 2, 2, 0])

  /// dgryski/go-maglev, maglev_test.go: the walks are read off its permutations 2630415, 0531642 and 1350246.
  public static let golang = Example(
    source: "go-maglev", walks: walks([(2, 4), (0, 5), (1, 2)]), table: [1, 2, 0, 2, 0, 1, 0])

  /// envoyproxy/envoy, `test/extensions/load_balancing_policies/maglev/maglev_lb_test.cc`, commit 08417eb6: six hosts
  /// on a table of seven. The offset is the xxHash64 of a name, the skip is made of the one with the seed 1.
  public static let envoy: [(names: [String], table: [Int])] = [
    ((90...95).map { "127.0.0.1:\($0)" }, [2, 4, 0, 1, 5, 0, 3]),
    ((90...95).map(String.init), [2, 5, 0, 3, 4, 1, 0]),
  ]

  private static func walks(_ numbers: [(Int, Int)]) -> [Maglev.Walk] {
    numbers.map { Maglev.Walk(offset: $0, skip: $1) }
  }
}

/// A second implementation of the table, as the paper tells it: every backend writes down its whole list of
/// preferences, and in its turn takes the first entry of the list that is still free.
public func maglevByLists(_ walks: [Maglev.Walk], size: Int) -> [Int] {
  let lists = walks.map { walk in (0..<size).map { (walk.offset + $0 * walk.skip) % size } }
  var owners: [Int: Int] = [:]
  while owners.count < size {
    for (backend, list) in lists.enumerated() {
      if let free = list.first(where: { owners[$0] == nil }) { owners[free] = backend }
    }
  }
  return (0..<size).map { owners[$0, default: -1] }
}
