import PostRoad

/// A second implementation of SIEVE: the queue is an array, the newest first as in the paper's drawing, and the hand an index
/// into it that is corrected whenever something moves.
public struct SieveByHand: Sendable {
  private let capacity: Int
  private var queue: [(key: Int, isVisited: Bool)] = []
  private var hand = -1

  public init(capacity: Int) { self.capacity = capacity }

  public var count: Int { queue.count }

  public mutating func request(_ key: Int) -> Eviction.Outcome<Int> {
    if let place = queue.firstIndex(where: { $0.key == key }) {
      queue[place].isVisited = true
      return .hit
    }
    var evicted: Int?
    if queue.count == capacity {
      var place = hand < 0 ? queue.count - 1 : hand
      while queue[place].isVisited {
        queue[place].isVisited = false
        place = place == 0 ? queue.count - 1 : place - 1
      }
      evicted = queue.remove(at: place).key
      hand = place - 1
    }
    queue.insert((key, false), at: 0)
    if hand >= 0 { hand += 1 }
    return .miss(evicted: evicted)
  }

  public mutating func remove(_ key: Int) -> Bool {
    guard let place = queue.firstIndex(where: { $0.key == key }) else { return false }
    queue.remove(at: place)
    if place <= hand { hand -= 1 }
    return true
  }
}

/// The misses of other policies on a trace of equal objects, each computed in the plainest way.
public enum MissesByHand {
  /// Who came first goes first.
  public static func fifo(_ trace: [Int], capacity: Int) -> Int {
    var queue: [Int] = []
    return trace.count { key in
      guard !queue.contains(key) else { return false }
      if queue.count == capacity { queue.removeFirst() }
      queue.append(key)
      return true
    }
  }

  /// Who was not used for the longest time goes first.
  public static func lru(_ trace: [Int], capacity: Int) -> Int {
    var list: [Int] = []
    return trace.count { key in
      let place = list.firstIndex(of: key)
      if let place { list.remove(at: place) } else if list.count == capacity { list.removeFirst() }
      list.append(key)
      return place == nil
    }
  }

  /// Who came first goes first, but whoever was used since then goes to the back instead, once.
  public static func clock(_ trace: [Int], capacity: Int) -> Int {
    var queue: [(key: Int, isUsed: Bool)] = []
    return trace.count { key in
      if let place = queue.firstIndex(where: { $0.key == key }) {
        queue[place].isUsed = true
        return false
      }
      if queue.count == capacity {
        while queue[0].isUsed { queue.append((queue.removeFirst().key, false)) }
        queue.removeFirst()
      }
      queue.append((key, false))
      return true
    }
  }

  /// Who was asked for least often while in the store goes first; among those the least recently used.
  public static func lfu(_ trace: [Int], capacity: Int) -> Int {
    var store: [Int: (uses: Int, last: Int)] = [:]
    return trace.enumerated().count { time, key in
      if let entry = store[key] {
        store[key] = (entry.uses + 1, time)
        return false
      }
      if store.count == capacity {
        let least = store.min { ($0.value.uses, $0.value.last) < ($1.value.uses, $1.value.last) }
        if let least { store[least.key] = nil }
      }
      store[key] = (1, time)
      return true
    }
  }

  public static func sieve(_ trace: [Int], capacity: Int) -> Int {
    var store = SieveByHand(capacity: capacity)
    return trace.count { store.request($0) != .hit }
  }
}
