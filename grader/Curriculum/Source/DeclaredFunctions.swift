/// The functions, initializers, subscripts and computed properties of a source, with the lines on which their declarations begin.
/// What is declared in a body belongs to that body.
///
/// A name holds the types around it, and a function's the labels: `parseHeader(_:)`, `DNS.Name.init(_:at:)`, `LB.Pool.+(_:_:)`,
/// `LB.Pool.size`, `LB.Pool.subscript`.
package struct DeclaredFunctions {
  private var lines: [String: [Int]] = [:]

  package init(_ source: String) {
    let code = SwiftTokens(source)
    var around: [(name: [String], closer: Int)] = []
    var index = 0
    while index < code.tokens.count {
      around.removeAll { $0.closer < index }
      if let opener = code.bodyOpener(of: index, upTo: code.tokens.count - 1),
        let closer = code.partner[opener]
      {
        let path = around.flatMap(\.name) + [Self.name(of: index, upTo: opener, code)]
        lines[path.joined(separator: ".").replacing("`", with: ""), default: []].append(code[index].line)
        index = closer + 1
      } else if let type = code.type(at: index), let closer = code.partner[type.opener] {
        // What a protocol asks for has no code.
        let isProtocol = code.isToken(index, "protocol")
        around.append((type.name, closer))
        index = isProtocol ? closer : type.opener + 1
      } else if code.isOpener(index), !code.isToken(index, "{") {
        index = (code.partner[index] ?? index) + 1
      } else {
        index += 1
      }
    }
  }

  /// The line of a declaration; nil where the name is that of none, or of several that differ only in their types.
  package func line(of name: String) -> Int? {
    guard let found = lines[name], found.count == 1 else { return nil }
    return found[0]
  }

  private static func name(of index: Int, upTo opener: Int, _ code: SwiftTokens) -> String {
    let word = code[index].text
    let name = word == "func" || word == "var" ? code[index + 1].text : word
    guard word == "func" || word == "init" else { return name }
    guard let parameters = code.siblings((index + 1)...opener).first(where: { code.isToken($0, "(") }) else {
      return name
    }
    let labels = code.labels(inParentheses: parameters)
    // The names of an operator's parameters are no labels.
    return name
      + (code[index + 1].kind == .sign && word == "func" ? labels.replacing(/[^(:]+:/, with: "_:") : labels)
  }
}
