import DNSAuthority
import DNSAuthoritySupport
import PostRoad
import TestSupport
import Testing

@Suite struct ZoneTokensTests {
  private func reads(_ text: String, as entries: [String], _ rule: String) throws {
    try check("tokenize(_:)", text, returns: entries, rule) { try tokenize(Array($0.utf8)).map(\.entryText) }
  }

  private func refuses(_ text: String, with error: DNS.ZoneTextError, _ rule: String) throws {
    try check("tokenize(_:)", text, throws: error, rule) { try tokenize(Array($0.utf8)).map(\.entryText) }
  }

  // RFC 1035 §5.1: entries are predominantly line-oriented
  @Test func `a line is an entry, and blanks separate its words`() throws {
    try reads("www 60 IN A 192.0.2.80\n", as: ["1: www 60 IN A 192.0.2.80"], "five words")
    try reads(
      "www\t A \t\t192.0.2.80", as: ["1: www A 192.0.2.80"], "tabs and spaces; the last line has no end")
    try reads(
      "a A x\r\nb A y  \r\n", as: ["1: a A x", "2: b A y"], "CR is a blank, and blanks at the end are nothing"
    )
    try reads(
      "$ORIGIN example.\n@ NS ns1\n*.a-b_c/d$e@ A x",
      as: ["1: $ORIGIN example.", "2: @ NS ns1", "3: *.a-b_c/d$e@ A x"],
      "other characters have no meaning here")
    try reads("", as: [], "no text, no entries")
  }

  // RFC 1035 §5.1: "if a line begins with a blank, then the owner is assumed to be the same"
  @Test func `whether a line begins with a blank is kept`() throws {
    try reads(
      "a A x\n A y\n\tA z\n\r A w\nb A v",
      as: ["1: a A x", "2 blank: A y", "3 blank: A z", "4 blank: A w", "5: b A v"],
      "space, tab or CR before the first word")
    try reads(" A x", as: ["1 blank: A x"], "the very first line, too")
  }

  // RFC 1035 §5.1: blank lines, with or without comments, are allowed anywhere
  @Test func `lines without words are no entries, and are counted`() throws {
    try reads(
      "\n\n  \n; nothing\n \t; nothing\na A x\n\n()\nb A y\n\n", as: ["6: a A x", "9: b A y"],
      "the line is that of the text")
  }

  // RFC 1035 §5.1: "; is used to start a comment; the remainder of the line is ignored" (dns-zonefile #13)
  @Test func `a comment goes on to the end of the line`() throws {
    try reads(
      "a A x;y\nb A z ; c \"d ( e\nf", as: ["1: a A x", "2: b A z", "3: f"],
      "the word ends before the semicolon")
    try reads("a ; b ; c", as: ["1: a"], "and the text may end in it")
    try reads(";\n;;a\nb;", as: ["3: b"], "an empty comment")
    try reads("a ; b \\\nc", as: ["1: a", "2: c"], "a backslash in a comment means nothing")
  }

  // RFC 1035 §5.1: line terminations are not recognized within parentheses
  @Test func `parentheses hold lines together`() throws {
    try reads(
      "a SOA ( 1\n 2 ; two\n\n3 ) 4\nb A x", as: ["1: a SOA 1 2 3 4", "5: b A x"], "one entry of four lines")
    try reads("a(b)c\nd", as: ["1: a b c", "2: d"], "they need no blanks beside them")
    try reads(
      "( \n a A x )\n b", as: ["1: a A x", "3 blank: b"], "the entry begins where the parenthesis is")
    try reads(" ( a\nb ) ( c\n)", as: ["1 blank: a b c"], "one pair after another")
  }

  // The specification above tokenize
  @Test func `a second parenthesis is refused, and one too many`() throws {
    try refuses("a ( b\n( c ) )", with: .unexpectedParenthesis(line: 2), "parentheses do not nest")
    try refuses("a ( b\n( c )", with: .unexpectedParenthesis(line: 2), "the second one is wrong, not its end")
    try refuses("a b\nc ) d", with: .unexpectedParenthesis(line: 2), "it closes none")
    try refuses(
      "( a ) b\n\n ) ", with: .unexpectedParenthesis(line: 3), "it closes none: the first is closed")
    try refuses("a b\nc ( d\ne\n\n", with: .unclosedParenthesis(line: 2), "it was opened on line 2")
    try refuses("( ; )", with: .unclosedParenthesis(line: 1), "a comment hides the end")
  }

  // RFC 1035 §5.1, §3.3: a character string in quotes
  @Test func `quotes keep blanks, semicolons and parentheses`() throws {
    try reads(
      "a TXT \"b; (c\t\" \" d) \" \"\" e", as: ["1: a TXT \"b; (c<09>\" \" d) \" \"\" e"],
      "three quoted words, one of them empty")
    try reads(
      "\"a\" \"A\"\n\"b\"", as: ["1: \"a\" \"A\"", "2: \"b\""], "a quote may be the first of the line")
    try reads("a ( \"b\"\n\"c\" )", as: ["1: a \"b\" \"c\""], "each ends on its line; the entry goes on")
  }

  // The specification above tokenize
  @Test func `a quote ends on its line`() throws {
    try refuses("a\nb \"c\nd\" e", with: .unclosedQuote(line: 2), "it is not closed before the end of line 2")
    try refuses("a \"b", with: .unclosedQuote(line: 1), "the text ends")
    try refuses(
      "a ( b\n\"", with: .unclosedQuote(line: 2),
      "before the parenthesis, which is missed at the end of the text")
    try refuses("\"a\\\"", with: .unclosedQuote(line: 1), "the second quote is escaped")
  }

  // RFC 1035 §5.1: \X and \DDD (pdns #8035, NLnetLabs/domain #472)
  @Test func `a backslash takes the meaning away`() throws {
    try reads(
      #"a\.b \; \( \) \" \\ \@ \ c \: \/"#, as: [#"1: a\2eb \3b \28 \29 \22 \5c \40 \20c \3a \2f"#],
      "the next character is itself; a blank, too")
    try reads(
      #"\065\000 \2559 x\032y"#, as: [#"1: \41\00 \ff9 x\20y"#],
      "three digits are an octet, the fourth is not theirs")
    try reads(#"a "\"b\;\010" c"#, as: [#"1: a "\22b\3b\0a" c"#], "in quotes, too")
    try reads("\\\\;x\n\\a", as: [#"1: \5c"#, #"2: \61"#], "an escaped backslash escapes nothing")
    try reads("\\\r\n", as: [#"1: \0d"#], "CR is a character like any other here")
  }

  // RFC 1035 §5.1: DDD are decimal digits of an octet
  @Test func `a backslash with nothing to escape is refused`() throws {
    for text in [
      #"\256"#, #"\999"#, #"\12"#, #"\1"#, #"\12x4"#, #"\1 2"#, #"\25\6"#, #""\300""#, #""\12""#, "\\", "a\\",
      "\\\nb", "\"a\\",
    ] {
      try refuses(
        "x\n\(text)", with: .badEscape(line: 2), "three digits up to 255, or a character that is no digit")
    }
  }

  // The specification above tokenize: the first error of the text
  @Test func `the first error in the text is thrown`() throws {
    try refuses("a ( b\n\\\n\"", with: .badEscape(line: 2), "before the quote, and before the end")
    try refuses("a )\n\\", with: .unexpectedParenthesis(line: 1), "before the escape")
    try refuses("a \"b \\300", with: .badEscape(line: 1), "in a quote that is not closed either")
    try refuses("a \"b\n)", with: .unclosedQuote(line: 1), "before the parenthesis")
  }

  // RFC 1035 §3.1: octets of any value
  @Test func `octets are kept as they are`() throws {
    let specials = Set(" \t\r\n\";()\\".utf8)
    for octet in (0...255).map({ UInt8($0) }) where !specials.contains(octet) {
      let expected = [
        DNS.ZoneEntry(line: 1, tokens: [DNS.ZoneToken([DNS.ZoneCharacter(octet), DNS.ZoneCharacter(0x61)])])
      ]
      try check(
        "tokenize(_:)", [octet, 0x61], returns: expected.map(\.entryText), "an octet without a meaning"
      ) {
        try tokenize($0).map(\.entryText)
      }
    }
  }

  // RFC 1035 §5.3
  @Test func `the worked example of RFC 1035`() throws {
    try reads(
      isiZone1035,
      as: [
        #"1: @ IN SOA VENERA Action\2edomains 20 7200 600 3600000 60"#, "8 blank: NS A.ISI.EDU.",
        "9 blank: NS VENERA",
        "10 blank: NS VAXA", "11 blank: MX 10 VENERA", "12 blank: MX 20 VAXA", "14: A A 26.3.0.103",
        "16: VENERA A 10.1.0.52",
        "17 blank: A 128.9.0.32", "19: VAXA A 10.2.0.27", "20 blank: A 128.9.0.33",
      ], "3600000; is a word and a comment, 60) a word and a parenthesis")
  }

  // The rules the other way round: words are written in many ways, and read again
  @Test func `what is written is read again`() throws {
    var random = SeededRandom(seed: 1035)
    for _ in 0..<200 {
      var (text, words): ([UInt8], [String]) = ([], [])
      var isOpen = false
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        if Int.random(in: 0..<4, using: &random) == 0 {
          text += isOpen ? [0x29] : [0x28]
          isOpen.toggle()
        }
        if isOpen, Bool.random(using: &random) { text += Array("; \"( x\n ".utf8) }
        let octets = (0..<Int.random(in: 1...3, using: &random)).map { _ in
          UInt8.random(in: 0...255, using: &random)
        }
        let word = WrittenWord(octets, using: &random)
        text += word.written + [Bool.random(using: &random) ? 0x20 : 0x09]
        words.append(word.told)
      }
      text += isOpen ? [0x0A, 0x29] : []
      try check(
        "tokenize(_:)", text, returns: ["1: \(words.joined(separator: " "))"], "one entry of these words"
      ) {
        try tokenize($0).map(\.entryText)
      }
    }
  }
}
