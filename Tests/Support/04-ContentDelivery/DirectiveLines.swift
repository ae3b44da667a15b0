import PostRoad

/// Writes directives in one of the many forms in which they may arrive: the other direction of parsing, with dice.
public struct DirectiveLines: Sendable {
  private static let names = ["no-store", "max-age", "private", "x", "stale-if-error", "a!b", "community"]
  private static let texts = [
    "60", "set-cookie", "a, b", "", "\"", "\\", "=,=", "no-store", " x ", "é", "Set-Cookie",
  ]

  /// What was written, a line each.
  public private(set) var lines: [String] = []
  /// What a reader has to find in them.
  public private(set) var directives: [HTTP.Directive] = []

  /// So many lines, each of up to four elements.
  public init(lines count: Int, using random: inout SeededRandom) {
    for _ in 0..<count {
      let elements = (0..<Int.random(in: 0...4, using: &random)).map { _ in element(&random) }
      lines.append(elements.joined(separator: ","))
    }
  }

  private mutating func element(_ random: inout SeededRandom) -> String {
    let space = { (random: inout SeededRandom) in
      ["", "", " ", "\t", " \t "].randomElement(using: &random) ?? ""
    }
    guard Int.random(in: 0..<8, using: &random) > 0 else { return space(&random) }
    let name = Self.names.randomElement(using: &random) ?? "x"
    let written = Bool.random(using: &random) ? name : name.uppercased()
    var text = written
    var argument: String?
    if Bool.random(using: &random) {
      let value = Self.texts.randomElement(using: &random) ?? ""
      argument = value
      let isPlain = HTTP.isToken(value) && Bool.random(using: &random)
      text += "=" + (isPlain ? value : quote(value, &random))
    }
    directives.append(HTTP.Directive(name, argument))
    return space(&random) + text + space(&random)
  }

  /// Puts a backslash where one has to be, and now and then where none would have to be.
  private func quote(_ value: String, _ random: inout SeededRandom) -> String {
    let content = value.map { character in
      let isNeeded = character == "\"" || character == "\\"
      return isNeeded || Int.random(in: 0..<5, using: &random) == 0 ? "\\\(character)" : "\(character)"
    }
    return "\"\(content.joined())\""
  }
}
