@testable import JudgeKit

/// What a file of the imagined chapter does: its text is one of these words.
enum Behaviour: String, CaseIterable {
  /// Right, as the reference is.
  case solution
  case reference
  case stub
  /// Fails its own suite, and whoever calls it.
  case mistake
  /// Passes its own suite, and fails whoever calls it.
  case subtle
  /// Right only where what it calls is a mistake.
  case compensating
  case crashing
  case hanging
  /// Does not compile.
  case broken
  /// Its suite cannot call it any more, and neither can others.
  case renamed
  /// Declares what the next exercise declares, too.
  case colliding
  /// Right, and declares something that others may use.
  case lending
  /// Right, and compiles only where another file lends.
  case borrowing
  /// Fails, and compiles only where another file lends.
  case borrowingMistake

  var borrows: Bool { self == .borrowing || self == .borrowingMistake }

  /// What a learner may hand in.
  static let submissions = allCases.filter { $0 != .reference }

  init(_ file: SourceFile) {
    self = Behaviour(rawValue: String(decoding: file.content.bytes, as: UTF8.self)) ?? .broken
  }
}
