/// A stranger's file as the rules look at it.
struct RuleSource {
  let text: String
  let tokens: [RuleToken]
  let faults: [(fault: RuleLexer.Fault, line: Int)]
  /// How often the stub declares each public thing.
  let allowedPublic: [String: Int]
  /// The types that the chapter's submitted files declare: a wrapper of one's own is written like an attribute.
  let ownTypes: Set<String>
  /// The names that the file gives to variables and functions of its own.
  let ownNames: Set<String>

  init(_ text: String, stub: String = "", ownTypes: Set<String> = []) {
    self.text = text
    let lexer = RuleLexer(text)
    tokens = lexer.tokens
    faults = lexer.faults
    ownNames = Self.ownNames(in: lexer.tokens)
    self.ownTypes = ownTypes
    var allowed: [String: Int] = [:]
    for declaration in Self.publicDeclarations(in: RuleLexer(stub).tokens) {
      allowed[declaration.key, default: 0] += 1
    }
    allowedPublic = allowed
  }

  /// The types that a file declares.
  static func types(in text: String) -> Set<String> {
    let tokens = RuleLexer(text).tokens
    return Set(
      zip(tokens, tokens.dropFirst()).compactMap { word, name in
        word.kind == .word && ["struct", "class", "enum", "actor"].contains(word.text) && name.isName
          ? name.text : nil
      })
  }

  func token(_ index: Int) -> RuleToken? { tokens.indices.contains(index) ? tokens[index] : nil }
  func isToken(_ index: Int, _ text: String) -> Bool {
    token(index)?.text == text && token(index)?.kind != .text
  }

  /// The indices of the words that are not names after a dot.
  func indices(ofWord word: String) -> [Int] {
    tokens.indices.filter { tokens[$0].kind == .word && tokens[$0].text == word && !isToken($0 - 1, ".") }
  }

  // MARK: What is public

  private static let declarations: Set = [
    "actor", "associatedtype", "class", "enum", "extension", "func", "import", "init", "let", "macro",
    "operator", "protocol", "struct", "subscript", "typealias", "var",
  ]
  private static let modifiers: Set = [
    "async", "borrowing", "consuming", "convenience", "dynamic", "final", "indirect", "infix", "isolated",
    "lazy", "mutating", "nonisolated", "nonmutating", "optional", "override", "postfix", "prefix", "required",
    "static", "unowned", "weak",
  ]

  /// Whether `open` and `package` are names of somebody's: what is right before them wants an operand or a member.
  private static func isInExpression(_ token: RuleToken, after last: RuleToken) -> Bool {
    if last.kind == .punctuation, last.text == "." { return true }
    guard last.line == token.line else { return false }
    switch last.kind {
    case .sign: return true
    case .punctuation: return ["(", "[", ",", ":"].contains(last.text)
    case .word: return ["in", "return"].contains(last.text)
    case .name, .number, .text: return false
    }
  }

  /// `private(set)`, between `public` and what it is about.
  private static let limits: Set = ["fileprivate", "internal", "private"]

  var publicDeclarations: [(key: String, line: Int)] { Self.publicDeclarations(in: tokens) }

  /// What others than this module can see, as `func parse`. `open` and `package` are words of their own elsewhere.
  private static func publicDeclarations(in tokens: [RuleToken]) -> [(key: String, line: Int)] {
    tokens.indices.compactMap { index in
      let token = tokens[index]
      guard token.kind == .word, ["public", "open", "package"].contains(token.text) else { return nil }
      if token.text != "public", index > 0, isInExpression(token, after: tokens[index - 1]) { return nil }
      var next = index + 1
      func isWord(_ words: Set<String>) -> Bool {
        next < tokens.count && tokens[next].kind == .word && words.contains(tokens[next].text)
      }
      // `public(set)` is a limit, and no declaration.
      if next < tokens.count, tokens[next].text == "(" {
        return token.text == "public" ? ("public(set)", token.line) : nil
      }
      while true {
        if isWord(limits), next + 3 < tokens.count, tokens[next + 1].text == "(" {
          next += 4
        } else if isWord(modifiers)
          || (isWord(["class"]) && next + 1 < tokens.count && declarations.contains(tokens[next + 1].text))
        {
          next += 1
        } else {
          break
        }
      }
      guard isWord(declarations) else {
        return token.text == "public" ? ("public", token.line) : nil
      }
      let keyword = tokens[next].text
      guard !["init", "subscript"].contains(keyword), next + 1 < tokens.count else {
        return (keyword, token.line)
      }
      // `DNS.Header` of an extension.
      var name = tokens[next + 1].text
      var part = next + 2
      while part + 1 < tokens.count, tokens[part].text == ".", tokens[part].kind == .punctuation {
        name += "." + tokens[part + 1].text
        part += 2
      }
      return ("\(keyword) \(name)", token.line)
    }
  }
}
