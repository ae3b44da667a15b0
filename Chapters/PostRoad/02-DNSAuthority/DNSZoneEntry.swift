extension DNS {
  /// One octet of a zone file's text, after its escape was undone.
  public struct ZoneCharacter: Hashable, Sendable {
    /// The octet that is meant.
    public var octet: UInt8
    /// Whether it was written with a backslash: then it has no special meaning.
    public var isEscaped: Bool

    /// An octet, escaped or not.
    public init(_ octet: UInt8, isEscaped: Bool = false) {
      self.octet = octet
      self.isEscaped = isEscaped
    }
  }

  /// A word of a zone file: a run of characters, or a string in quotes.
  public struct ZoneToken: Hashable, Sendable {
    /// The characters, without the quotes.
    public var characters: [ZoneCharacter]
    /// Whether it was written in quotes.
    public var isQuoted: Bool

    /// A word of these characters.
    public init(_ characters: [ZoneCharacter], isQuoted: Bool = false) {
      self.characters = characters
      self.isQuoted = isQuoted
    }
  }

  /// An entry of a zone file: the words of a line, or of several lines where parentheses hold them together.
  ///
  /// Source: [RFC 1035 §5.1](https://www.rfc-editor.org/rfc/rfc1035#section-5.1).
  public struct ZoneEntry: Hashable, Sendable {
    /// The line on which the entry begins, counted from 1.
    public var line: Int
    /// Whether this line begins with a blank: then the entry has no owner of its own.
    public var beginsWithBlank: Bool
    /// The words in their order.
    public var tokens: [ZoneToken]

    /// An entry of these words.
    public init(line: Int, beginsWithBlank: Bool = false, tokens: [ZoneToken] = []) {
      self.line = line
      self.beginsWithBlank = beginsWithBlank
      self.tokens = tokens
    }
  }

  /// What is wrong with the text of a zone; lines are counted from 1.
  public enum ZoneTextError: Error, Hashable, Sendable {
    /// The quote that was opened on this line is not closed on it.
    case unclosedQuote(line: Int)
    /// The parenthesis that was opened on this line is never closed.
    case unclosedParenthesis(line: Int)
    /// A parenthesis on this line closes none, or opens a second one inside the first.
    case unexpectedParenthesis(line: Int)
    /// A backslash on this line is followed neither by three digits up to 255 nor by a character that is no digit.
    case badEscape(line: Int)
  }
}
