import PostRoad

/// Pools as the suites write them: the backends are called a, b, c … in the order of the pool, so that a row of picks
/// can be read as a word.
public enum TestPool {
  private static let alphabet = Array("abcdefgh")

  /// `count` backends, all up but those whose letter stands in `down`.
  public static func of(_ count: Int, down: String = "") -> [LB.Backend] {
    of(weights: Array(repeating: 1, count: count), down: down)
  }

  /// A backend for each weight.
  public static func of(weights: [Int], down: String = "") -> [LB.Backend] {
    of(connections: Array(repeating: 0, count: weights.count), weights: weights, down: down)
  }

  /// A backend for each number of active connections; without `weights` each weighs 1.
  public static func of(connections: [Int], weights: [Int]? = nil, down: String = "") -> [LB.Backend] {
    connections.indices.map { index in
      LB.Backend(
        String(alphabet[index]), weight: weights?[index] ?? 1, activeConnections: connections[index],
        isUp: !down.contains(alphabet[index]))
    }
  }

  /// The letter of the backend at an index, or the bare number where there is no such backend.
  public static func letter(_ index: Int) -> String {
    alphabet.indices.contains(index) ? String(alphabet[index]) : "(\(index))"
  }

  /// The index of the backend with this letter, small or capital; past the end for any other character.
  public static func index(of letter: Character) -> Int {
    alphabet.firstIndex { String($0) == letter.lowercased() } ?? alphabet.endIndex
  }

  /// The letters of `count` picks in a row.
  public static func picks(_ count: Int, by pick: () throws -> Int) rethrows -> String {
    var letters = ""
    for _ in 0..<count { letters += letter(try pick()) }
    return letters
  }
}
