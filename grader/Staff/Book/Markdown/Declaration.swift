import GraderKit
import SystemKit

/// A declaration of a stub: its doc comment and its signature.
struct Declaration: Equatable {
  /// The lines of the comment, without their marks.
  let comment: [String]
  /// In one line, without its body.
  let signature: String

  /// What a suite may call, in its order, and what it is part of.
  static func all(in stub: String) -> [Declaration] {
    var found: [Declaration] = []
    var comment: [String] = []
    var lines = stub.lines.map { String($0).trimmingSpaces }[...]
    while let line = lines.popFirst() {
      if line.hasPrefix("///") {
        let text = line.dropFirst(3)
        comment.append(String(text.hasPrefix(" ") ? text.dropFirst() : text))
        continue
      }
      if line.hasPrefix("public ") || (line.hasPrefix("case ") && !comment.isEmpty) {
        found.append(Declaration(comment: comment, signature: signature(line, &lines)))
      }
      // A remark between the comment and what it is of is no declaration.
      if !line.hasPrefix("//") { comment = [] }
    }
    return found
  }

  /// The lines down to the body's brace, or to the end of a declaration without one.
  private static func signature(_ first: String, _ lines: inout ArraySlice<String>) -> String {
    var text = first
    while true {
      let depth = text.reduce(0) { $0 + ("([".contains($1) ? 1 : ")]".contains($1) ? -1 : 0) }
      let hasBrace = text.hasSuffix("{")
      let goesOn = lines.first.map {
        $0 == "{" || $0.hasPrefix("->") || $0.hasPrefix("throws") || $0.hasPrefix("where")
      }
      if depth <= 0, hasBrace || text.hasSuffix("}") || goesOn != true { break }
      guard let next = lines.popFirst() else { break }
      text += " " + next
    }
    let isThrowing = lines.first?.hasPrefix("get throws") == true
    if text.hasSuffix("{") { text = String(text.dropLast()).trimmingSpaces }
    text = text.replacing("( ", with: "(").replacing(" )", with: ")")
    return isThrowing ? text + " { get throws }" : text
  }
}

extension Declaration {
  /// The signature, each parameter on a line of its own where one line is too long for a page.
  var code: String {
    guard signature.columns > CodeBlocks.maximumWidth, let open = signature.firstIndex(of: "(") else {
      return signature
    }
    var parameters = [""]
    var depth = 0
    var end = signature.endIndex
    for index in signature[signature.index(after: open)...].indices {
      let character = signature[index]
      if "([<".contains(character) { depth += 1 }
      if ")]".contains(character) || (character == ">" && !parameters[parameters.count - 1].hasSuffix("-")) {
        depth -= 1
      }
      if depth < 0 {
        end = index
        break
      }
      if character == ",", depth == 0 {
        parameters.append("")
      } else {
        parameters[parameters.count - 1].append(character)
      }
    }
    let lines = parameters.map { "  " + $0.trimmingSpaces }.joined(separator: ",\n")
    return "\(signature[...open])\n\(lines)\n\(signature[end...])"
  }
}
