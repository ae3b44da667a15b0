import PostRoad

/// Keeps a diary of all uses. An entry counts only if it is its key's last; the others are skipped when they come to the
/// front, and dropped when the diary gets long.
public struct LRUStore<Key: Hashable & Sendable> {
  private var sizes: [Key: (size: Int, lastUse: Int)] = [:]
  private var diary: [(key: Key, use: Int)] = []
  private var front = 0
  private var uses = 0
  private var free: Int
  private let capacity: Int

  public init(capacity: Int) throws {
    if capacity < 1 { throw Eviction.SizeError.capacityTooSmall(capacity) }
    self.capacity = capacity
    free = capacity
  }

  public var used: Int { get throws { capacity - free } }

  public mutating func use(_ key: Key) throws -> Bool {
    guard let size = sizes[key]?.size else { return false }
    write(key, size)
    return true
  }

  public mutating func insert(_ key: Key, size: Int) throws -> [Key] {
    if size < 0 { throw Eviction.SizeError.negativeSize(size) }
    if size > capacity { throw Eviction.SizeError.tooLarge(size, capacity: capacity) }
    _ = try remove(key)
    var gone: [Key] = []
    while free < size {
      let (key, use) = diary[front]
      front += 1
      guard sizes[key]?.lastUse == use, try remove(key) else { continue }
      gone.append(key)
    }
    free -= size
    write(key, size)
    return gone
  }

  public mutating func remove(_ key: Key) throws -> Bool {
    guard let old = sizes.removeValue(forKey: key) else { return false }
    free += old.size
    return true
  }

  private mutating func write(_ key: Key, _ size: Int) {
    uses += 1
    sizes[key] = (size, uses)
    diary.append((key, uses))
    guard diary.count > 2 * sizes.count + 16 else { return }
    diary = diary[front...].filter { sizes[$0.key]?.lastUse == $0.use }
    front = 0
  }
}
