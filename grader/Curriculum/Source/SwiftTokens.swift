/// Swift source as tokens, with the brackets that belong together.
package struct SwiftTokens: Sendable {
  package let source: [UInt8]
  package let tokens: [SourceToken]
  /// The bracket that belongs to the one at an index.
  package let partner: [Int: Int]
  /// The opening bracket around each token; a bracket is in what is around the pair.
  package let parent: [Int?]

  package init(_ text: String) {
    source = Array(text.utf8)
    var scanner = TokenScanner(source)
    tokens = scanner.scan()
    var partner: [Int: Int] = [:]
    var parent: [Int?] = []
    var open: [Int] = []
    for (index, token) in tokens.enumerated() {
      if Self.closers[token.text] != nil, token.kind == .punctuation, let opener = open.popLast() {
        partner[opener] = index
        partner[index] = opener
      }
      parent.append(open.last)
      if token.kind == .punctuation, Self.closers.values.contains(token.text) { open.append(index) }
    }
    (self.partner, self.parent) = (partner, parent)
  }

  private static let closers = [")": "(", "]": "[", "}": "{"]

  package subscript(_ index: Int) -> SourceToken { tokens[index] }

  /// Whether a token is that; false where there is none.
  package func isToken(_ index: Int, _ text: String) -> Bool {
    tokens.indices.contains(index) && tokens[index].text == text && tokens[index].kind != .literal
  }

  package func isOpener(_ index: Int) -> Bool { (partner[index] ?? -1) > index }
  package func isCloser(_ index: Int) -> Bool { partner[index].map { $0 < index } ?? false }

  /// Whether white space is on both sides, as it is around the sign of two operands.
  package func isSpaced(_ index: Int) -> Bool {
    let range = tokens[index].range
    func isSpace(_ place: Int) -> Bool {
      source.indices.contains(place) && [UInt8(ascii: " "), UInt8(ascii: "\n")].contains(source[place])
    }
    return tokens[index].kind == .sign && isSpace(range.lowerBound - 1) && isSpace(range.upperBound)
  }

  /// Whether nothing is between a token and the one after it.
  package func touchesNext(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens.indices.contains(index + 1)
      && tokens[index].range.upperBound == tokens[index + 1].range.lowerBound
  }

  /// The bytes of some tokens and of what is between them.
  package func bytes(_ indices: ClosedRange<Int>) -> Range<Int> {
    tokens[indices.lowerBound].range.lowerBound..<tokens[indices.upperBound].range.upperBound
  }

  package func text(_ bytes: Range<Int>) -> String { String(decoding: source[bytes], as: UTF8.self) }

  /// The tokens in one line, without comments: a space is where anything was between them.
  package func line(_ indices: ClosedRange<Int>) -> String {
    indices.reduce(into: "") { line, index in
      line += tokens[index].text
      if index < indices.upperBound, !touchesNext(index) { line += " " }
    }
  }

  /// The tokens that are directly in a bracket, or outside of all brackets, from one index to another; a pair of brackets is its
  /// opening one.
  package func siblings(_ indices: ClosedRange<Int>) -> [Int] {
    var found: [Int] = []
    var index = indices.lowerBound
    while index <= indices.upperBound {
      found.append(index)
      index = isOpener(index) ? (partner[index] ?? index) + 1 : index + 1
    }
    return found
  }
}
