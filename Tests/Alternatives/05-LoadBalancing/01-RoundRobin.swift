import PostRoad

/// Keeps a queue of indices: whoever is picked goes to its end, together with all that were passed over.
public struct RoundRobin {
  private var queue: [Int]
  private var down: Set<Int>

  public init(_ backends: [LB.Backend]) throws {
    if backends.isEmpty { throw LB.PoolError.empty }
    queue = Array(backends.indices)
    down = Set(backends.indices.filter { !backends[$0].isUp })
  }

  public mutating func mark(_ index: Int, isUp: Bool) throws {
    if !queue.contains(index) { throw LB.PoolError.noBackend(at: index, count: queue.count) }
    if isUp { down.remove(index) } else { down.insert(index) }
  }

  public mutating func pick() throws -> Int {
    guard let place = queue.firstIndex(where: { !down.contains($0) }) else {
      throw LB.PoolError.noneAvailable(of: queue.count)
    }
    let picked = queue[place]
    queue = Array(queue[(place + 1)...] + queue[...place])
    return picked
  }
}
