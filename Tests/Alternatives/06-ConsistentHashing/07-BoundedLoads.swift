import PostRoad

/// Numbers the nodes, keeps the loads in an array with their sum beside it, and walks from point to point until one has
/// room.
public struct BoundedLoads<Position> where Position: FixedWidthInteger & UnsignedInteger & Sendable {
  private let positions: [Position]
  /// For each point the number of its node.
  private let owners: [Int]
  private let names: [String]
  private let percent: Int
  private var loads: [Int]
  private var running = 0

  public init(_ ring: [Ring.Point<Position>], percent: Int) throws {
    if ring.isEmpty { throw Ring.LookupError.emptyRing }
    if percent < 100 { throw Ring.BalanceError.percentTooSmall(percent) }
    let names = Set(ring.map(\.node)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    positions = ring.map(\.position)
    owners = ring.compactMap { numbers[$0.node] }
    loads = names.map { _ in 0 }
    self.names = names
    self.percent = percent
  }

  public func load(of node: String) throws -> Int {
    names.firstIndex(of: node).map { loads[$0] } ?? 0
  }

  public var capacity: Int {
    get throws {
      let (whole, rest) = (percent * (running + 1)).quotientAndRemainder(dividingBy: 100 * names.count)
      return whole + rest.signum()
    }
  }

  public mutating func begin(_ key: Position) throws -> String {
    let most = try capacity
    var place = positions.firstIndex { $0 >= key } ?? 0
    while loads[owners[place]] >= most { place = (place + 1) % owners.count }
    loads[owners[place]] += 1
    running += 1
    return names[owners[place]]
  }

  public mutating func end(at node: String) throws {
    guard let number = names.firstIndex(of: node), loads[number] > 0 else {
      throw Ring.BalanceError.nothingToEnd(at: node)
    }
    loads[number] -= 1
    running -= 1
  }
}
