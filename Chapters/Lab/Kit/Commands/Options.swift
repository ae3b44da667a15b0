/// What follows a command's name: options with a value and options without.
struct Options {
  private var values: [String: [String]] = [:]
  private var flags: Set<String> = []
  /// What is no option, in its order.
  private(set) var words: [String] = []

  /// - Parameters:
  ///   - valued: the options that have a value, `--listen 127.0.0.1:8080` or `--listen=127.0.0.1:8080`.
  ///   - plain: those that have none.
  ///   - words: how many words without an option there may be.
  init(_ arguments: [String], valued: [String], plain: [String], words mostWords: Int = 0) throws {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
        String.init)
      if plain.contains(argument) {
        flags.insert(argument)
      } else if valued.contains(parts[0]) {
        guard let value = parts.count == 2 ? parts[1] : rest.popFirst(), !value.hasPrefix("--") else {
          throw LabError.usage("\(parts[0]) needs a value.")
        }
        values[parts[0], default: []].append(value)
      } else if !argument.hasPrefix("-"), words.count < mostWords {
        words.append(argument)
      } else {
        throw LabError.usage("There is no option \(argument) here.")
      }
    }
  }

  func has(_ flag: String) -> Bool { flags.contains(flag) }
  /// The last value of an option.
  subscript(name: String) -> String? { values[name]?.last }
  func all(_ name: String) -> [String] { values[name] ?? [] }

  func required(_ name: String, example: String) throws -> String {
    guard let value = self[name] else {
      throw LabError.usage("\(name) is missing, for example \(name) \(example).")
    }
    return value
  }

  /// A number of at least `least`, with its unit at its end or without: `10s` or `10`.
  func number(_ name: String, unit: String, least: Int) throws -> Int? {
    guard let text = self[name] else { return nil }
    let digits = text.hasSuffix(unit) ? String(text.dropLast(unit.count)) : text
    guard let number = Int(digits), number >= least, number <= 1_000_000_000 else {
      throw LabError.usage(
        "\(name) \(text) is not a number of at least \(least), for example \(name) \(least)\(unit).")
    }
    return number
  }
}
