extension RuleSource {
  /// The names that the file gives to variables and functions of its own.
  static func ownNames(in tokens: [RuleToken]) -> Set<String> {
    Set(
      zip(tokens, tokens.dropFirst()).compactMap { word, name in
        word.kind != .text && (word.text == "let" || word.text == "var" || word.text == "func")
          ? name.text : nil
      })
  }

  /// Whether a name is the library's for unsafe code, or the word that marks it. `isUnsafe` and `unsafeMethods` are everybody's.
  func isUnsafe(at index: Int, own: Set<String>) -> Bool {
    let name = tokens[index].text
    if ["Unsafe", "withUnsafe", "AutoreleasingUnsafe"].contains(where: name.hasPrefix) { return true }
    switch name {
    case "unsafe":
      // `nonisolated(unsafe)`, `unowned(unsafe)`.
      if isToken(index - 1, "("), isToken(index - 2, "nonisolated") || isToken(index - 2, "unowned") {
        return true
      }
      return marksExpression(at: index)
    case "unchecked", "uncheckedBounds":
      // A label: `span[unchecked: 1]`, `Range(uncheckedBounds: …)`.
      return isToken(index + 1, ":") && ["(", "[", ","].contains { isToken(index - 1, $0) }
    default:
      guard name.hasPrefix("unsafe") else { return false }
      return Self.library.contains(name) || !own.contains(name)
    }
  }

  /// `unsafe x`: two words side by side are otherwise only a name and a keyword.
  private func marksExpression(at index: Int) -> Bool {
    guard tokens[index].kind == .word, !isToken(index - 1, "."), let next = token(index + 1),
      next.line == tokens[index].line
    else { return false }
    switch next.kind {
    case .word: return !Self.after.contains(next.text)
    case .name, .number, .text: return true
    case .sign, .punctuation: return false
    }
  }

  private static let after: Set = ["as", "else", "in", "is", "where"]

  private static let library: Set = [
    "unsafeAddress", "unsafeBitCast", "unsafeDowncast", "unsafeLoad", "unsafeLoadUnaligned",
    "unsafeMutableAddress", "unsafeUninitializedCapacity", "unsafelyUnwrapped",
  ]
}
