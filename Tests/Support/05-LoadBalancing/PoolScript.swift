import PostRoad
import TestSupport
import Testing

/// What happens to a pool, as a suite writes it, word by word:
///
///     a           a pick that has to give a        A         a connection of a ends
///     none        a pick that finds nobody         !A        the same, but a has none
///     -b, +b      b is marked as down, as up       (-2,1,1)  what the current weights have to be
public struct PoolScript {
  private let pool: [LB.Backend]
  private let name: String

  /// A script for a pool; `picking` is what the suite's subject calls a pick.
  public init(_ pool: [LB.Backend], picking name: String = "pick()") {
    self.pool = pool
    self.name = name
  }

  /// Plays it. A failure shows the steps up to it.
  public func check(
    _ script: String, _ rule: String, sourceLocation: SourceLocation = #_sourceLocation,
    pick: () throws -> Int, mark: (Int, Bool) throws -> Void,
    close: (Int) throws -> Void = { _ in }, currentWeights: () throws -> [Int] = { [] }
  ) throws {
    var steps = CheckSteps()
    steps.note("a pool of \(pool.map(describe).joined(separator: ", "))")
    for word in script.split(separator: " ") {
      let index = TestPool.index(of: word.last!)
      let letter = TestPool.letter(index)
      switch word.first! {
      case _ where word == "none":
        let wanted = LB.PoolError.noneAvailable(of: pool.count)
        try steps.check(name, throws: wanted, rule, sourceLocation: sourceLocation) { try pick() }
      case "(":
        let weights = word.dropFirst().dropLast().split(separator: ",").map { Int($0)! }
        try steps.check("currentWeights", returns: weights, rule, sourceLocation: sourceLocation) {
          try currentWeights()
        }
      case "+", "-":
        let isUp = word.first == "+"
        try steps.run("mark(\(index), isUp: \(isUp)): \(letter)", sourceLocation: sourceLocation) {
          try mark(index, isUp)
        }
      case "!":
        let wanted = LB.PoolError.noConnection(at: index)
        try steps.check("close(\(index)): \(letter)", throws: wanted, rule, sourceLocation: sourceLocation) {
          try close(index)
        }
      case let character where character.isUppercase:
        try steps.run("close(\(index)): \(letter)", "\(letter) has one", sourceLocation: sourceLocation) {
          try close(index)
        }
      default:
        try steps.check(name, returns: Letter(index), rule, sourceLocation: sourceLocation) {
          Letter(try pick())
        }
      }
    }
  }
}

/// An index in a pool, shown with its letter: `1 (b)`.
public struct Letter: Hashable, Sendable, CheckDescribable {
  public let index: Int

  public init(_ index: Int) { self.index = index }

  public var checkDescription: String {
    let letter = TestPool.letter(index)
    return letter.hasPrefix("(") ? "\(index)" : "\(index) (\(letter))"
  }
}

/// It is shown whole: no field of it differs.
extension Letter: CustomReflectable {
  public var customMirror: Mirror { Mirror(self, children: []) }
}
