extension SwiftTokens {
  private static let declaring: Set = [
    "func", "init", "subscript", "var", "let", "private", "public", "static",
  ]
  private static let types: Set = ["struct", "enum", "class", "actor", "extension", "protocol"]

  /// The brace that the body of a function or of a computed property begins with, by the first word of its declaration.
  package func bodyOpener(of index: Int, upTo last: Int) -> Int? {
    let word = tokens[index].text
    guard tokens[index].kind == .word, ["func", "init", "subscript", "var"].contains(word),
      !isToken(index - 1, "."), index < last
    else { return nil }
    for next in siblings((index + 1)...last) {
      if isToken(next, "{") { return next }
      if isCloser(next) { return nil }
      if word == "var", isToken(next, "=") || Self.declaring.contains(tokens[next].text) { return nil }
    }
    return nil
  }

  /// The name of a type that is declared or extended, in its parts, and the brace that its members begin with, by the first word of
  /// the declaration.
  func type(at index: Int) -> (name: [String], opener: Int)? {
    guard tokens[index].kind == .word, Self.types.contains(tokens[index].text), !isToken(index - 1, ".")
    else {
      return nil
    }
    var name: [String] = []
    var next = index + 1
    while next < tokens.count, tokens[next].kind == .word, !Self.declaring.contains(tokens[next].text) {
      name.append(tokens[next].text)
      guard isToken(next + 1, ".") else { break }
      next += 2
    }
    guard !name.isEmpty, next < tokens.count else { return nil }
    let opener = siblings(next...(tokens.count - 1)).first { isToken($0, "{") }
    return opener.map { (name, $0) }
  }

  /// The labels of parameters, as a function's name shows them: `(_:at:)`. A comma between the arguments of a generic type is followed
  /// by no label.
  func labels(inParentheses opener: Int) -> String {
    guard let closer = partner[opener], closer > opener + 1 else { return "()" }
    let inside = siblings((opener + 1)...(closer - 1))
    let labels = inside.filter { index in
      (index == opener + 1 || isToken(index - 1, ",")) && tokens[index].kind == .word
        && (isToken(index + 1, ":") || isToken(index + 2, ":"))
    }
    return "(\(labels.map { tokens[$0].text + ":" }.joined()))"
  }
}
