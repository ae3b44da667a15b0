/// One sign, number or word that is another one.
extension MutantSource {
  private func exchanged(_ kind: MutationOperator, _ pairs: [String: String]) -> [Mutant] {
    written.filter(code.isSpaced).compactMap { index in
      pairs[code[index].text].map { mutant(kind, index...index, by: $0) }
    }
  }

  var comparisonsMoved: [Mutant] {
    exchanged(
      .comparisonMoved, ["<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="])
  }

  var wrappingDropped: [Mutant] {
    exchanged(
      .wrappingDropped,
      ["&+": "+", "&-": "-", "&*": "*", "&+=": "+=", "&-=": "-=", "&*=": "*=", "&<<": "<<", "&>>": ">>"])
  }

  var plusMinus: [Mutant] {
    exchanged(
      .plusMinus,
      ["+": "-", "-": "+", "&+": "&-", "&-": "&+", "+=": "-=", "-=": "+=", "&+=": "&-=", "&-=": "&+="])
  }

  var firstLast: [Mutant] {
    written.filter { code[$0].kind == .word && code.isToken($0 - 1, ".") }.compactMap { index in
      Self.ends[code[index].text].map { mutant(.firstLast, index...index, by: $0) }
    }
  }

  private static let ends: [String: String] = {
    let pairs = [
      ("first", "last"), ("firstIndex", "lastIndex"), ("dropFirst", "dropLast"), ("popFirst", "popLast"),
      ("removeFirst", "removeLast"), ("prefix", "suffix"),
    ]
    return Dictionary(uniqueKeysWithValues: pairs + pairs.map { ($1, $0) })
  }()

  /// Default and start values, bounds: a whole number is one more or one less, a truth value the other one.
  var valuesChanged: [Mutant] {
    written.flatMap { index -> [Mutant] in
      let token = code[index]
      switch token.text {
      case "true" where token.kind == .word: return [mutant(.valueChanged, index...index, by: "false")]
      case "false" where token.kind == .word: return [mutant(.valueChanged, index...index, by: "true")]
      // A digit after a dot names a part of a tuple.
      case _ where token.kind == .number && !code.isToken(index - 1, "."):
        return Self.neighbours(of: token.text).map { mutant(.valueChanged, index...index, by: $0) }
      default: return []
      }
    }
  }

  /// The numbers beside a whole one, written to the same base.
  static func neighbours(of number: String) -> [String] {
    let bases = ["0x": 16, "0b": 2, "0o": 8]
    let base = bases[String(number.prefix(2))]
    let digits = number.dropFirst(base == nil ? 0 : 2).filter { $0 != "_" }
    guard let value = UInt64(digits, radix: base ?? 10) else { return [] }
    let values = [value < .max ? value + 1 : nil, value > 0 ? value - 1 : nil].compactMap(\.self)
    return values.map { value in
      let written = String(value, radix: base ?? 10, uppercase: true)
      return base == nil ? written : number.prefix(2) + written
    }
  }
}
