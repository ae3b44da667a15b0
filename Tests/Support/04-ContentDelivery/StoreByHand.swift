import PostRoad

/// A second implementation of the least recently used store: a list in the order of use that is counted anew each time.
public struct LRUByHand: Sendable {
  private let capacity: Int
  /// The least recently used first.
  private var list: [(key: Int, size: Int)] = []

  public init(capacity: Int) { self.capacity = capacity }

  public var used: Int { list.map(\.size).reduce(0, +) }

  public mutating func use(_ key: Int) -> Bool {
    guard let place = list.firstIndex(where: { $0.key == key }) else { return false }
    list.append(list.remove(at: place))
    return true
  }

  public mutating func insert(_ key: Int, size: Int) -> [Int] {
    list.removeAll { $0.key == key }
    list.append((key, size))
    var evicted: [Int] = []
    while used > capacity { evicted.append(list.removeFirst().key) }
    return evicted
  }

  public mutating func remove(_ key: Int) -> Bool {
    let before = list.count
    list.removeAll { $0.key == key }
    return list.count < before
  }
}

/// A trace whose keys are asked for unequally: key k about 1/k as often as key 1, and now and then a key that never comes
/// again.
public func skewedTrace(_ count: Int, keys: Int, seed: UInt64) -> [Int] {
  var random = SeededRandom(seed: seed)
  let weights = (1...keys).map { 1_000_000 / $0 }
  let total = weights.reduce(0, +)
  return (0..<count).map { number in
    guard Int.random(in: 0..<5, using: &random) > 0 else { return 1_000_000 + number }
    var left = Int.random(in: 0..<total, using: &random)
    return 1
      + (weights.firstIndex { weight in
        left -= weight
        return left < 0
      } ?? 0)
  }
}
