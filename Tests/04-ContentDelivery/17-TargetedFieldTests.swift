import ContentDelivery
import PostRoad
import TestSupport
import Testing

@Suite struct TargetedFieldTests {
  private func reads(_ values: [String], _ directives: [HTTP.Directive], _ rule: String) throws {
    try check("parseTargetedField(_:)", values, returns: HTTP.CacheControl(directives), rule) {
      try parseTargetedField($0)
    }
  }

  private func breaks(_ value: String, _ rule: String) throws {
    try check("parseTargetedField(_:)", [value], throws: HTTP.StructuredFieldError.broken, rule) {
      try parseTargetedField($0)
    }
  }

  private let minute = HTTP.Directive("max-age", "60")

  // RFC 9213 §2.1, §3.1
  @Test func `members become directives in their order`() throws {
    try reads(["max-age=60"], [minute], "an integer")
    try reads(
      ["no-store, max-age=60, private=\"set-cookie, age\""],
      [HTTP.Directive("no-store"), minute, HTTP.Directive("private", "set-cookie, age")],
      "the comma in the string separates nothing")
    try reads(
      ["no-store=?1, public=?1"], [HTTP.Directive("no-store"), HTTP.Directive("public")], "true, written out")
    try reads(
      ["private=\"a\\\"b\\\\c\""], [HTTP.Directive("private", "a\"b\\c")], "backslashes before \" and \\")
  }

  // RFC 9651 §4.2: lines are combined, white space where it may be
  @Test func `lines and white space are nothing of their own`() throws {
    let both = [HTTP.Directive("no-store"), minute]
    for values in [
      ["no-store", "max-age=60"], ["no-store,max-age=60"], ["  no-store \t , \t max-age=60 \t "],
      ["no-store ,\tmax-age=60"],
    ] {
      try reads(values, both, "two lines, or one with OWS around the comma")
    }
    for value in [
      "no-store,,max-age=60", ",no-store", "no-store,", "no-store, ", "no-store max-age=60", "\tno-store",
      "a;b c",
    ] {
      try breaks(value, "a comma between two members, and none elsewhere; spaces alone before the first")
    }
    for values in [["no-store", ""], ["", "no-store"]] {
      try check(
        "parseTargetedField(_:)", values, throws: HTTP.StructuredFieldError.broken,
        "an empty line leaves a comma"
      ) {
        try parseTargetedField($0)
      }
    }
  }

  // RFC 9213 §2.1: a field that is empty is ignored
  @Test func `a field without a member is none`() throws {
    for values in [[], [""], ["   "]] as [[String]] {
      try check("parseTargetedField(_:)", values, returns: nil, "there is no member") {
        try parseTargetedField($0)
      }
    }
  }

  // RFC 9651 §4.2.3.3
  @Test func `keys are in lower case`() throws {
    for key in ["*a-b_c.d9*", "z", "az", "a0"] {
      try reads(["\(key)=1, max-age=60"], [minute], "such a key may be, and means nothing here")
    }
    for value in [
      "Max-age=60", "max-Age=60", "9a=1", "-a=1", "_a", "=60", "\"max-age\"=60", "max-age =60", "é",
      "`a", "{a", "a`", "a{", "a/", "a:",
    ] {
      try breaks(value, "a key begins with a to z or *, and = comes at once")
    }
    // U+0301 combines with the character before it: to a reader of bytes it is a character of its own.
    for value in ["no-store,\u{301}max-age=60", "max-age=60;\u{301}a", "max-age=\u{301}60"] {
      try breaks(value, "no key and no value begins with U+0301")
    }
    try breaks("max-age= 60", "the value comes at once after =")
    try breaks("max-age=", "no value")
  }

  // RFC 9651 §4.2.2: of duplicate keys all but the last are ignored
  @Test func `the last of several values counts`() throws {
    try reads(
      ["max-age=1, no-store, max-age=60"], [minute, HTTP.Directive("no-store")], "in the place of the first")
    try reads(["max-age=1, max-age=2", "max-age=60"], [minute], "over several lines as well")
    try reads(
      ["max-age=60, max-age=\"1\""], [], "the last one is a string, and no time; the first does not come back"
    )
    try reads(["no-store, no-store=?0"], [], "the last one is false")
    try reads(["max-age=\"1\", max-age=60"], [minute], "the last one is a time")
  }

  // RFC 9651 §4.2.3.2; RFC 9213 §2.1: parameters are ignored
  @Test func `parameters mean nothing, and have their rules`() throws {
    try reads(["max-age=60;a=1"], [minute], "one parameter")
    try reads(
      ["max-age=60;a;b=2;  c=\"x,y;\";a=?0, no-store;max-age=1"], [minute, HTTP.Directive("no-store")],
      "after each value, also after none")
    for value in [
      "max-age=60;", "max-age=60;A=1", "max-age=60 ;a", "max-age=60;a=", "max-age=60;a=(1 2)",
      "max-age=60;\ta",
    ] {
      try breaks(value, "a parameter is ; spaces, a key, = and an item that is no list")
    }
  }

  // RFC 9213 §2.1: an integer; RFC 9111 §1.2.2
  @Test func `times are integers`() throws {
    for name in ["max-age", "s-maxage", "stale-while-revalidate", "stale-if-error"] {
      for (value, argument) in [
        ("0", "0"), ("60", "60"), ("0060", "60"), ("999999999999999", "999999999999999"), ("-0", "0"),
      ] {
        try reads(["\(name)=\(value)"], [HTTP.Directive(name, argument)], "up to 15 digits")
      }
      for value in ["\"60\"", "60.0", "sixty", "?1", "-1", "(60)", "@60", ":NjA=:", "%\"60\""] {
        try reads(
          ["\(name)=\(value), no-store"], [HTTP.Directive("no-store")], "no time, so it is left out, alone")
      }
      try reads([name], [], "true is no time")
    }
  }

  // RFC 9111 §5.2.2.4, §5.2.2.7: with or without names
  @Test func `two directives may have names of fields`() throws {
    for name in ["no-cache", "private"] {
      try reads([name], [HTTP.Directive(name)], "without names")
      try reads(["\(name)=\"a\""], [HTTP.Directive(name, "a")], "with names")
      try reads(["\(name)=\"\""], [HTTP.Directive(name, "")], "an empty string is a string")
      for value in ["a", "1", "?0", "(a b)"] {
        try reads(["\(name)=\(value)"], [], "neither true nor a string")
      }
    }
  }

  // RFC 9111 §5.2.2
  @Test func `the others are true or nothing`() throws {
    for name in [
      "no-store", "no-transform", "must-revalidate", "proxy-revalidate", "must-understand", "public",
    ] {
      try reads([name], [HTTP.Directive(name)], "true")
      for value in ["?0", "1", "\"1\"", "\"\"", "true"] { try reads(["\(name)=\(value)"], [], "not true") }
    }
    for name in ["immutable", "max-agee", "min-fresh", "only-if-cached", "no-stor", "x"] {
      try reads(["\(name), \(name)=5, max-age=60"], [minute], "it is not in the table")
    }
  }

  // RFC 9651 §4.2: one error, and nothing of the field counts
  @Test func `a value that does not end breaks the field`() throws {
    for value in [
      "a=1000000000000000", "a=1.", "a=1.2345", "a=1234567890123.1", "a=-", "a=\"x", "a=\"x\\", "a=\"\\x\"",
      "a=\"é\"", "a=?2", "a=?",
      "a=(1", "a=(1,2)", "a=:x", "a=@", "a=@1.5", "a=%x", "a=60s", "a='x'", "a=[1]", "a=.5", "a=+5",
    ] {
      try breaks("max-age=60, \(value)", "the error is after max-age, which does not count either")
    }
  }

  // RFC 9213 §2.2
  @Test func `the first field of the list that counts is taken`() throws {
    let fields: HTTP.Fields = [
      "Cache-Control": "max-age=1", "CDN-Cache-Control": "max-age=2", "Tower-Cache-Control": "max-age=3",
      "cdn-cache-control": "no-store",
    ]
    for (targets, expected) in [
      (["CDN-Cache-Control"], [HTTP.Directive("max-age", "2"), HTTP.Directive("no-store")]),
      (["tower-cache-control", "cdn-cache-control"], [HTTP.Directive("max-age", "3")]),
      (
        ["CDN-Cache-Control", "Tower-Cache-Control"],
        [HTTP.Directive("max-age", "2"), HTTP.Directive("no-store")]
      ),
      (["Edge-Cache-Control", "TOWER-Cache-Control"], [HTTP.Directive("max-age", "3")]),
    ] {
      try check(
        "targetedDirectives(of:targets: \(targets))", fields, returns: HTTP.CacheControl(expected),
        "in the order of the list, all lines of a field, names in any case"
      ) { try targetedDirectives(of: $0, targets: targets) }
    }
    for targets in [[], ["Edge-Cache-Control"]] {
      try check(
        "targetedDirectives(of:targets: \(targets))", fields, returns: nil, "no field of the list is there"
      ) {
        try targetedDirectives(of: $0, targets: targets)
      }
    }
  }

  // RFC 9213 §2.1, §2.2: broken and empty ones are as good as none
  @Test func `a broken field falls through, a field of strangers does not`() throws {
    let targets = ["A-Cache-Control", "B-Cache-Control"]
    for (a, expected, rule) in [
      ("max-age=60,", HTTP.Directive("max-age", "2"), "the first is broken"),
      ("", HTTP.Directive("max-age", "2"), "the first is empty"),
      ("Max-Age=60", HTTP.Directive("max-age", "2"), "the first is broken"),
      ("max-age=\"60\"", nil, "the first is a Dictionary: it counts, and says nothing"),
      ("x=1", nil, "the first is a Dictionary: it counts, and says nothing"),
    ] as [(String, HTTP.Directive?, String)] {
      let fields: HTTP.Fields = ["A-Cache-Control": a, "B-Cache-Control": "max-age=2"]
      try check(
        "targetedDirectives(of:targets: \(targets))", fields,
        returns: HTTP.CacheControl(expected.map { [$0] } ?? []), rule
      ) { try targetedDirectives(of: $0, targets: targets) }
    }
    for fields in [["A-Cache-Control": "max-age=60;"], ["A-Cache-Control": " "], [:]] as [HTTP.Fields] {
      try check(
        "targetedDirectives(of:targets: \(targets))", fields, returns: nil,
        "Cache-Control and Expires count then"
      ) {
        try targetedDirectives(of: $0, targets: targets)
      }
    }
  }
}
