import PostRoad

/// The parents of keys: of `/map` they are `map1`, `map2` and `map3`. It notes which keys it was called with.
public final class KeyParents {
  public enum Failure: Error, Hashable { case cut }

  public private(set) var asked: [String] = []
  /// Whether the ring cannot be read.
  public var cut = false
  /// Whether there is no parent at all.
  public var none = false

  public init() {}

  /// `/none` has no parents, and those of `/broken` cannot be found.
  public func of(_ key: String) throws -> [String] {
    asked.append(key)
    if cut || key == "/broken" { throw Failure.cut }
    return none || key == "/none" ? [] : names(key)
  }

  /// The first parent, without noting that somebody has asked.
  public func first(of key: String) -> String { names(key)[0] }

  private func names(_ key: String) -> [String] { (1...3).map { "\(key.drop { $0 == "/" })\($0)" } }
}
