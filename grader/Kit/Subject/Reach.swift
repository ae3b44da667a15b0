/// Who of a chapter can meet whose code, by the words of the files.
struct Reach {
  let curriculum: Curriculum
  let subject: Subject

  /// Whether the neighbour's code could change how the target compiles or runs.
  func does(_ neighbour: Exercise, reach target: Exercise) -> Bool {
    guard neighbour != target else { return false }
    let declared = curriculum.code(of: neighbour, in: subject).declared
    return declared.reachesEverywhere
      || !declared.names.isDisjoint(with: curriculum.code(of: target, in: subject).words)
  }
}
