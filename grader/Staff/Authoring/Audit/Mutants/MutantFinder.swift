/// Finds all mutants of a solution.
enum MutantFinder {
  /// In the order of the text; each change once, by the first operator that makes it.
  static func mutants(of solution: String) -> [Mutant] {
    let source = MutantSource(solution)
    let found: [Mutant] =
      source.guardsSwapped + source.statementsDropped + source.operandsDropped + source.conditionsDropped
      + source.filtersDropped
      + source.payloadsChanged + source.rangeEndsMoved + source.rangeEndsDropped + source.indexChecksDropped
      + source.comparisonsMoved + source.valuesChanged + source.injectedUnused + source.injectedTwice
      + source.sortKeysDropped + source.firstLast + source.wrappingDropped + source.plusMinus
    var seen: Set<Change> = []
    let once = found.filter { seen.insert(Change(bytes: $0.bytes, text: $0.forms[0])).inserted }
    let order = Dictionary(uniqueKeysWithValues: zip(MutationOperator.allCases, 0...))
    let sorted = once.enumerated().sorted { one, other in
      let (a, b) = (one.element, other.element)
      return (a.bytes.lowerBound, order[a.kind] ?? 0, one.offset)
        < (b.bytes.lowerBound, order[b.kind] ?? 0, other.offset)
    }.map(\.element)
    return numbered(sorted)
  }

  private struct Change: Hashable {
    let bytes: Range<Int>
    let text: String
  }

  /// Those that nothing but their place tells apart are counted.
  private static func numbered(_ mutants: [Mutant]) -> [Mutant] {
    var counts: [MutantPlace: Int] = [:]
    return mutants.map { mutant in
      var mutant = mutant
      let place = MutantPlace(mutant)
      counts[place, default: 0] += 1
      mutant.ordinal = counts[place] ?? 1
      return mutant
    }
  }
}

/// What tells a mutant apart in a text whose line numbers change.
struct MutantPlace: Hashable, Sendable {
  let kind: MutationOperator
  let lineText: String
  let before: String
  let after: String
  /// 1 for the first of several.
  let ordinal: Int

  init(kind: MutationOperator, lineText: String, before: String, after: String, ordinal: Int) {
    (self.kind, self.lineText, self.before, self.after) = (kind, lineText, before, after)
    self.ordinal = ordinal
  }

  init(_ mutant: Mutant) {
    self.init(
      kind: mutant.kind, lineText: mutant.lineText, before: mutant.before, after: mutant.after,
      ordinal: mutant.ordinal)
  }
}
