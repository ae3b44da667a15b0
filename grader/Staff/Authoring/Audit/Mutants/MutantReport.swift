/// What the suites said to mutants, in the form that other programs read: schema `postroad.mutants/1`.
struct MutantReport: Codable, Sendable {
  /// A mutant that no test failed for.
  struct Survivor: Codable, Hashable, Sendable {
    var exercise: String
    var name: String
    var file: String
    var line: Int
    var `operator`: MutationOperator
    var before: String
    var after: String
    /// Which of several alike on lines of the same text; nil for the first.
    var ordinal: Int?
  }

  struct PerExercise: Codable, Sendable {
    var exercise: String
    var name: String
    /// All that compile.
    var mutants = 0
    var killed = 0
    var survived = 0
    /// Listed as equivalent, and not caught.
    var equivalent = 0
    var uncompilable = 0
    var score = 100.0
  }

  var schema = "postroad.mutants/1"
  var exercises = 0
  var mutants = 0
  var killed = 0
  var survived = 0
  var equivalent = 0
  var uncompilable = 0
  /// Of 100 mutants that are not equivalent so many are killed.
  var score = 100.0
  var survivors: [Survivor] = []
  /// Entries of the lists of equivalent mutants that say nothing any more.
  var stale: [Equivalents.Stale] = []
  var perExercise: [PerExercise] = []

  /// The part of 100 that is asked for.
  static let leastScore = 97.0

  var isGood: Bool { score >= Self.leastScore && stale.isEmpty }

  mutating func add(_ result: MutantAudit.Result) {
    let count = result.count
    exercises += 1
    mutants += count.mutants
    killed += count.killed
    survived += count.survived
    equivalent += count.equivalent
    uncompilable += count.uncompilable
    score = Self.score(killed: killed, survived: survived)
    survivors += result.survivors
    stale += result.stale
    perExercise.append(count)
  }

  /// Rounded down to a tenth: 96.99 is not 97.
  static func score(killed: Int, survived: Int) -> Double {
    let counted = killed + survived
    return counted == 0 ? 100 : Double(1000 * killed / counted) / 10
  }
}
