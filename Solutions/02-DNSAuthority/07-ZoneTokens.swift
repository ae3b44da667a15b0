import PostRoad

/// Takes the text of a zone apart into entries, and these into words.
///
/// - Lines end with LF. Space, tab and CR are blanks: they separate words.
/// - A semicolon begins a comment, which ends before the next LF.
/// - Between `(` and `)` the end of a line is a blank. Parentheses need no blank beside them, and do not nest.
/// - A word in quotes may contain blanks, semicolons and parentheses, or nothing at all; it ends on its line. What touches a quote from
///   outside is not asked for.
/// - A backslash and three digits are the octet of this decimal number, at most 255; a backslash and any character but LF and digits are that
///   character. Both are escaped, in quotes, too.
///
/// - Parameter text: the octets of the text; its last line need not end with LF.
/// - Returns: the entries that have words, in their order. `line` and `beginsWithBlank` are those of the line on which an entry
///   begins.
/// - Throws: the first error of the text, in its order: `DNS.ZoneTextError.badEscape(line:)` and
///   `unexpectedParenthesis(line:)` with the line they are on, `unclosedQuote(line:)` with the line of the quote, and at the end of the text
///   `unclosedParenthesis(line:)` with the line of the parenthesis.
///
/// Source: [RFC 1035 §5.1](https://www.rfc-editor.org/rfc/rfc1035#section-5.1).
public func tokenize(_ text: [UInt8]) throws -> [DNS.ZoneEntry] {
  // <write>
  // 1. An entry ends with its line, unless a parenthesis is open.
  var entries: [DNS.ZoneEntry] = []
  var (line, index, opened) = (1, 0, 0)
  var entry = DNS.ZoneEntry(line: 1, beginsWithBlank: isBlank(text.first))
  // 2. Some octets have a meaning of their own, and begin or end a word.
  while index < text.count {
    switch text[index] {
    case lineFeed:
      line += 1
      guard opened == 0 else { break }
      if !entry.tokens.isEmpty { entries.append(entry) }
      entry = DNS.ZoneEntry(line: line, beginsWithBlank: isBlank(text[(index + 1)...].first))
    case let octet where isBlank(octet): break
    case UInt8(ascii: ";"):
      while index + 1 < text.count, text[index + 1] != lineFeed { index += 1 }
    case UInt8(ascii: "("):
      guard opened == 0 else { throw DNS.ZoneTextError.unexpectedParenthesis(line: line) }
      opened = line
    case UInt8(ascii: ")"):
      guard opened > 0 else { throw DNS.ZoneTextError.unexpectedParenthesis(line: line) }
      opened = 0
    default:
      entry.tokens.append(try readWord(text, at: &index, line: line))
      continue
    }
    index += 1
  }
  // 3. The text may end where something is still open.
  guard opened == 0 else { throw DNS.ZoneTextError.unclosedParenthesis(line: opened) }
  return entries + (entry.tokens.isEmpty ? [] : [entry])
  // </write>
}

// <declare>
// 4. Words, and the escapes in them, are worth functions of their own.
private let lineFeed = UInt8(ascii: "\n")
private let quote = UInt8(ascii: "\"")

private func isDigit(_ octet: UInt8) -> Bool { (0x30...0x39).contains(octet) }

private func isBlank(_ octet: UInt8?) -> Bool { octet.map { [0x20, 0x09, 0x0D].contains($0) } ?? false }

private func readWord(_ text: [UInt8], at index: inout Int, line: Int) throws -> DNS.ZoneToken {
  let isQuoted = text[index] == quote
  if isQuoted { index += 1 }
  var characters: [DNS.ZoneCharacter] = []
  while index < text.count, text[index] != quote, text[index] != lineFeed,
    isQuoted || !isBlank(text[index]) && !Array("();".utf8).contains(text[index])
  {
    characters.append(try readCharacter(text, at: &index, line: line))
  }
  if isQuoted {
    guard index < text.count, text[index] == quote else { throw DNS.ZoneTextError.unclosedQuote(line: line) }
    index += 1
  }
  return DNS.ZoneToken(characters, isQuoted: isQuoted)
}

private func readCharacter(_ text: [UInt8], at index: inout Int, line: Int) throws -> DNS.ZoneCharacter {
  guard text[index] == UInt8(ascii: "\\") else {
    index += 1
    return DNS.ZoneCharacter(text[index - 1])
  }
  let next = text[(index + 1)...].prefix(3)
  guard let first = next.first, first != lineFeed else { throw DNS.ZoneTextError.badEscape(line: line) }
  index += isDigit(first) ? 4 : 2
  guard isDigit(first) else { return DNS.ZoneCharacter(first, isEscaped: true) }
  let number = next.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  guard next.count == 3, next.allSatisfy(isDigit), number <= 255 else {
    throw DNS.ZoneTextError.badEscape(line: line)
  }
  return DNS.ZoneCharacter(UInt8(number), isEscaped: true)
}
// </declare>
