import ContentDelivery
import ContentDeliverySupport
import PostRoad
import TestSupport
import Testing

@Suite struct CacheControlTests {
  private typealias Directive = HTTP.Directive

  private func read(_ lines: [String], _ directives: [Directive], _ rule: String) throws {
    try check("parseCacheControl(_:)", lines, returns: HTTP.CacheControl(directives), rule) {
      try parseCacheControl($0)
    }
  }

  // RFC 9111 §5.2: a list of tokens, each with an argument or without
  @Test func `directives come in their order, with their arguments`() throws {
    try read(["no-store"], [Directive("no-store")], "one directive without an argument")
    try read(["max-age=60"], [Directive("max-age", "60")], "the argument follows the =")
    try read(
      ["public, max-age=60, stale-while-revalidate=30"],
      [Directive("public"), Directive("max-age", "60"), Directive("stale-while-revalidate", "30")],
      "three, in the order of the line")
    try read([], [], "a message without Cache-Control has no directives")
    try read([""], [], "an empty line has none either")
  }

  // RFC 9111 §5.2: identified by a token, to be compared case-insensitively; §5.2.3: others are for others to know
  @Test func `names come in lower case, arguments as they are`() throws {
    try read(
      ["No-Store, MAX-AGE=60"], [Directive("no-store"), Directive("max-age", "60")], "case does not count")
    try read(
      ["Community=UCI, Private=\"Set-Cookie\""],
      [Directive("community", "UCI"), Directive("private", "Set-Cookie")], "an argument keeps its letters")
    try read(["X!#$%&'*+-.^_`|~9"], [Directive("x!#$%&'*+-.^_`|~9")], "all these are characters of a token")
  }

  // RFC 9111 §5.2: recipients ought to accept both forms
  @Test func `the quoted form is the same as the token form`() throws {
    try read(["max-age=\"60\""], [Directive("max-age", "60")], "the quotes are not a part of the argument")
    try read(["private=\"\""], [Directive("private", "")], "an empty argument is not the same as none")
    try read(["x=\" a b \""], [Directive("x", " a b ")], "white space in quotes is kept")
  }

  // RFC 9110 §5.6.4; cache-tests, freshness-max-age-ignore-quoted
  @Test func `a comma in quotes separates nothing`() throws {
    try read(
      ["private=\"set-cookie, x-user\", max-age=60"],
      [Directive("private", "set-cookie, x-user"), Directive("max-age", "60")],
      "one directive with two field names")
    try read(
      ["extension=\"max-age=3600\", max-age=1"],
      [Directive("extension", "max-age=3600"), Directive("max-age", "1")],
      "what is in quotes is no directive")
    try read(
      ["a=\",\",b=\",,\""], [Directive("a", ","), Directive("b", ",,")],
      "the second string begins outside of quotes")
  }

  // RFC 9110 §5.6.4: quoted-pair
  @Test func `a backslash in quotes makes the next character an ordinary one`() throws {
    try read([#"x="a\"b""#], [Directive("x", "a\"b")], "the string does not end there")
    try read(
      [#"x="a\", no-store, \"b", y"#], [Directive("x", "a\", no-store, \"b"), Directive("y")], "nor there")
    try read(
      [#"x="\\", y"#], [Directive("x", "\\"), Directive("y")], "two backslashes are one; the quote ends it")
    try read([#"x="\a\,""#], [Directive("x", "a,")], "before other characters it goes as well")
    try read([#"x="\\\"", y"#], [Directive("x", "\\\""), Directive("y")], "a backslash, then a quote")
    try read([#"a\, b"#], [Directive("b")], "outside of quotes a backslash escapes no comma")
    try read([#"a\", no-store"#], [], "and no quote: the string goes on to the end of the line")
  }

  // RFC 9110 §5.6.1.2: empty elements are ignored; §5.6.3: OWS is spaces and tabs
  @Test func `white space around elements and empty elements do not count`() throws {
    let both = [Directive("no-cache"), Directive("max-age", "5")]
    for line in [
      "no-cache,max-age=5", " no-cache ,\tmax-age=5\t", ",no-cache,,max-age=5,",
      " , ,\t,no-cache , max-age=5 , ",
      "no-cache \t , \t max-age=5",
    ] {
      try read([line], both, "no-cache and max-age=5")
    }
    for space in ["\u{A0}", "\u{B}", "\n", "\r", "\u{3000}"] {
      try read(["\(space)no-cache", "max-age=5\(space)"], [], "nothing else is white space in a field")
    }
  }

  // RFC 9110 §5.3: lines with one name are one list in their order
  @Test func `lines come one after the other`() throws {
    try read(
      ["max-age=1, public", "", "max-age=1800"],
      [Directive("max-age", "1"), Directive("public"), Directive("max-age", "1800")],
      "all, in the order of lines")
    try read(
      ["x=\"a, no-store", "max-age=5, y=\""], [Directive("max-age", "5")],
      "a string ends with its line, and a quote of the next line is a new one")
  }

  // RFC 9111 §4.2.1: the first occurrence should be used, or the response considered stale: the caller has to see both
  @Test func `a directive that is there twice comes twice`() throws {
    try read(
      ["max-age=1800, max-age=1"], [Directive("max-age", "1800"), Directive("max-age", "1")], "both are kept")
    try read(
      ["a, A, a=1"], [Directive("a"), Directive("a"), Directive("a", "1")], "with an argument or without")
  }

  // RFC 9111 §5.2: token [ "=" ( token / quoted-string ) ]
  @Test func `an element that is no directive is skipped, and nothing else`() throws {
    for element in [
      "max-age =60", "max-age= 60", "max-age=", "=60", "=\"60\"", "=", "max age=60", "private=\"a\" b",
      "\"no-store\"",
      "private=\"a\"\"b\"", "max-age=60; x", "a=b=c", "a=\"b\"c", "a=b\"c\"", "é", "a=é", "max-age=[60]",
      "a=\"",
      "a(b)", "no-store:", "a@b",
    ] {
      // The string that does not end would take the rest of its line along.
      try read(
        ["public", element, "no-cache"], [Directive("public"), Directive("no-cache")], "no directive")
      guard element != "a=\"" else { continue }
      try read(
        ["public,\(element),no-cache"], [Directive("public"), Directive("no-cache")], "its neighbours are")
    }
    for line in ["\"a, no-store\", public", "x \"a, no-store\", public", "x\"a, no-store\"=1, public"] {
      try read([line], [Directive("public")], "a string separates nothing wherever it begins")
    }
    try read([#"a="b\", c"#, #"d="\""#, "e"], [Directive("e")], "an escaped quote ends no string")
    try read(["public, a=\"b, no-store"], [Directive("public")], "the string runs to the end of the line")
    try read(
      ["public, a=b\"", "no-store"], [Directive("public"), Directive("no-store")],
      "a quote at the end begins a string")
  }

  // Unicode joins these with what is before them; HTTP's grammar knows bytes
  @Test func `a combining mark hides no comma and no quote`() throws {
    try read(
      ["no-cache,\u{301}x, max-age=5"], [Directive("no-cache"), Directive("max-age", "5")],
      "a comma is a comma")
    try read(["x=\"a\u{301}\"", "y"], [Directive("x", "a\u{301}"), Directive("y")], "a quote is a quote")
    try read(["x=\"\u{301}\", y"], [Directive("x", "\u{301}"), Directive("y")], "a quote is a quote")
    try read(["\u{212A}ey"], [], "the Kelvin sign is no letter of a token")
  }

  // RFC 9111 §1.2.2: delta-seconds = 1*DIGIT; cache-tests, freshness-max-age-leading-zero
  @Test func `seconds are digits`() throws {
    for (text, seconds) in [
      ("0", 0), ("5", 5), ("60", 60), ("003600", 3600), ("000", 0), ("31536000", 31_536_000),
      ("2147483647", 2_147_483_647),
    ] {
      try check("parseDeltaSeconds(_:)", text, returns: seconds, "a decimal number") {
        try parseDeltaSeconds($0)
      }
    }
  }

  // RFC 9111 §1.2.2: the value is 2147483648 where it cannot be represented
  @Test func `too many seconds are 2^31`() throws {
    for text in [
      "2147483648", "2147483649", "4294967296", "9223372036854775807", "9223372036854775808",
      "18446744073709551617", String(repeating: "9", count: 5000), "00000000000000000000004294967297",
    ] {
      try check(
        "parseDeltaSeconds(_:)", text, returns: 2_147_483_648, "for ever, and never a negative number"
      ) {
        try parseDeltaSeconds($0)
      }
    }
    try check(
      "parseDeltaSeconds(_:)", "00000000000000000000000000000000000060", returns: 60,
      "zeros do not make it larger"
    ) { try parseDeltaSeconds($0) }
  }

  // RFC 9111 §1.2.2: a non-negative integer; cache-tests, cc-parse
  @Test func `what is not digits is no time`() throws {
    try check("parseDeltaSeconds(_:)", String?.none, throws: HTTP.DeltaSecondsError.missing, "no argument") {
      try parseDeltaSeconds($0)
    }
    for text in [
      "", " 60", "60 ", "+60", "-60", "-0", "60.0", "60.5", "a60", "60a", "'60'", "0x10", "6_0", "1e3", "٦٠",
      "6/", "6:",
      "6²",
      "60\u{301}",
    ] {
      try check("parseDeltaSeconds(_:)", text, throws: HTTP.DeltaSecondsError.notDigits(text), "0 to 9 alone")
      {
        try parseDeltaSeconds($0)
      }
    }
  }

  // DirectiveLines writes them, with cases, white space, quotes and backslashes drawn
  @Test func `directives that were written in any form are read back`() throws {
    var random = SeededRandom(seed: 404)
    for _ in 0..<400 {
      let written = DirectiveLines(lines: Int.random(in: 0...3, using: &random), using: &random)
      try read(written.lines, written.directives, "what DirectiveLines has written")
    }
  }
}
