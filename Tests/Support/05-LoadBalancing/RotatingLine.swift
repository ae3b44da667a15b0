/// Round robin told another way, to check against: the backends stand in line. Whoever is picked goes to the end, and
/// those who stood before it and were down go there ahead of it. Nobody counts turns.
public struct RotatingLine {
  private var line: [Int]

  /// A line of `count` backends, the first of the pool in front.
  public init(_ count: Int) { line = Array(0..<count) }

  /// The first in line that is up, or nil when nobody is.
  public mutating func pick(isUp: [Bool]) -> Int? {
    guard let place = line.firstIndex(where: { isUp[$0] }) else { return nil }
    let picked = line[place]
    line = Array(line[(place + 1)...] + line[...place])
    return picked
  }
}
