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
  // TODO: 1. An entry ends with its line, unless a parenthesis is open.
  // TODO: 2. Some octets have a meaning of their own, and begin or end a word.
  // TODO: 3. The text may end where something is still open.
  throw NotStarted()
}

// TODO: 4. Words, and the escapes in them, are worth functions of their own.
