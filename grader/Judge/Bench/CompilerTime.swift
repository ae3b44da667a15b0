/// How long strangers' code may keep the compiler busy.
///
/// Seconds on a processor are counted, and not those of the clock: a machine that does much else takes longer, and no more of these.
/// A machine that is slow itself takes more of them, for right work too. So no code is blamed before the reference was compiled in
/// the same place in a quarter of the time; where it was not, all is given four times as long (`paces`).
package enum CompilerTime {
  /// For a chapter's files alone. Right ones take one or two.
  static let subjects = 20
  /// For each process of a build that has to plan first, and for suites: the slowest one takes some ten.
  static let build = 40

  /// How many times as long all may take, one after the other.
  package static let paces = [1.0, 4, 16]
  /// The part of the time in which the reference has to be compiled before other code is blamed.
  package static let referenceShare = 0.25
}
