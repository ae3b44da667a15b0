import PostRoad

/// Two passes: first each octet gets a role, escapes undone; then the roles are cut into entries and words.
public func tokenize(_ text: [UInt8]) throws -> [DNS.ZoneEntry] {
  var builder = EntryBuilder()
  var scan = ZoneScan(text: text)
  while let mark = try scan.next() { try builder.take(mark) }
  return try builder.finish()
}

private enum Mark {
  case character(DNS.ZoneCharacter)
  case blank
  case quote(opens: Bool)
  case open, close, lineEnd
}

/// Reads one mark after the other, and skips comments.
private struct ZoneScan {
  let text: [UInt8]
  var index = 0
  var line = 1
  var isInQuotes = false

  mutating func take() -> UInt8? {
    guard index < text.count else { return nil }
    defer { index += 1 }
    return text[index]
  }

  mutating func next() throws -> Mark? {
    guard let octet = take() else {
      if isInQuotes { throw DNS.ZoneTextError.unclosedQuote(line: line) }
      return nil
    }
    switch (octet, isInQuotes) {
    case (0x5C, _): return .character(try escaped())
    case (0x22, _):
      isInQuotes.toggle()
      return .quote(opens: isInQuotes)
    case (0x0A, true): throw DNS.ZoneTextError.unclosedQuote(line: line)
    case (_, true): return .character(DNS.ZoneCharacter(octet))
    case (0x0A, false):
      line += 1
      return .lineEnd
    case (0x3B, false):
      index = text[index...].firstIndex(of: 0x0A) ?? text.count
      return .blank
    case (0x28, false): return .open
    case (0x29, false): return .close
    case (0x20, false), (0x09, false), (0x0D, false): return .blank
    default: return .character(DNS.ZoneCharacter(octet))
    }
  }

  private mutating func escaped() throws -> DNS.ZoneCharacter {
    let bad = DNS.ZoneTextError.badEscape(line: line)
    guard let first = take(), first != 0x0A else { throw bad }
    guard (0x30...0x39).contains(first) else { return DNS.ZoneCharacter(first, isEscaped: true) }
    guard let second = take(), let third = take(),
      let number = UInt8(String(decoding: [first, second, third], as: UTF8.self)),
      [second, third].allSatisfy({ (0x30...0x39).contains($0) })
    else { throw bad }
    return DNS.ZoneCharacter(number, isEscaped: true)
  }
}

/// Puts marks together.
private struct EntryBuilder {
  var entries: [DNS.ZoneEntry] = []
  var entry: DNS.ZoneEntry?
  var word: DNS.ZoneToken?
  var line = 1
  var opened: Int?

  mutating func take(_ mark: Mark) throws {
    var isBlank = false
    if case .blank = mark { isBlank = true }
    if entry == nil { entry = DNS.ZoneEntry(line: line, beginsWithBlank: isBlank) }
    switch mark {
    case .character(let character):
      if word == nil { word = DNS.ZoneToken([]) }
      word?.characters.append(character)
      return
    case .quote(opens: true):
      endWord()
      word = DNS.ZoneToken([], isQuoted: true)
      return
    case .quote, .blank: break
    case .open where opened == nil: opened = line
    case .close where opened != nil: opened = nil
    case .open, .close: throw DNS.ZoneTextError.unexpectedParenthesis(line: line)
    case .lineEnd:
      endWord()
      line += 1
      if opened == nil { endEntry() }
    }
    endWord()
  }

  private mutating func endWord() {
    if let word { entry?.tokens.append(word) }
    word = nil
  }

  private mutating func endEntry() {
    if let entry, !entry.tokens.isEmpty { entries.append(entry) }
    entry = nil
  }

  mutating func finish() throws -> [DNS.ZoneEntry] {
    endWord()
    if let opened { throw DNS.ZoneTextError.unclosedParenthesis(line: opened) }
    endEntry()
    return entries
  }
}
