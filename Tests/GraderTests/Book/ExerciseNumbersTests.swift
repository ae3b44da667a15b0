import Testing

@testable import BookKit

/// Which numbers on a page are links to exercises.
@Suite struct ExerciseNumbersTests {
  private let links = BookLinks(BuiltBook.curriculum)

  @Test(arguments: [
    ("exercise 1.5", "exercise [1.5](doc:05-CompressionPointer)"),
    ("it is 2.3's work", "it is [2.3](doc:03-Referral)'s work"),
    ("(2.2, 2.5)", "([2.2](doc:02-Answer), [2.5](doc:05-Wildcard))"),
    ("5.1 to\n5.3", "[5.1](doc:01-RoundRobin) to\n[5.3](doc:03-SmoothWRR)"),
    ("That was 1.12.", "That was [1.12](doc:12-ReplyMatching)."),
    ("As in 3.4, it goes.", "As in [3.4](doc:04-TTLCache), it goes."),
    ("From 1.5 on", "From [1.5](doc:05-CompressionPointer) on"),
  ])
  func `a reference is a link`(text: String, linked: String) { #expect(links.linked(text) == linked) }

  @Test(arguments: [
    "a pick takes 2.6 and 1.6 µs", "after 1.8 s", "2.7 to 4.5 %", "nginx 1.12", "HAProxy 2.6", "RFC 9111 4.2",
    "§4.2", "RFC 9111 §4.2", "c = 1.5", "Knot 3.2.6", "192.0.2.1", "1.2.3.0/24", "HTTP/1.1", "TLS 1.2",
    "C 1.3 and 1.1",
    "−2.5", "1.99 and 1.1", "exercise 9.9", "`1.5`", "[1.5](https://www.rfc-editor.org/rfc/rfc1035)",
    "# About 1.5",
    "```\n1.5\n```", "x1.5", "1.5x", "ln 1,000 is 6.9",
  ])
  func `a figure, a version and a section are none`(text: String) { #expect(links.linked(text) == text) }

  @Test func `a column of references has links, and one of figures has none`() {
    let table = "| what | exercise | µs |\n|---|---|---|\n| 1.1 s | 1.5, 1.6 | 1.1 |\n| b | – | 5.3 |"
    #expect(
      links.linked(table)
        == "| what | exercise | µs |\n|---|---|---|\n"
        + "| 1.1 s | [1.5](doc:05-CompressionPointer), [1.6](doc:06-ResourceRecord) | 1.1 |\n| b | – | 5.3 |"
    )
  }

  @Test func `a page has no link to itself`() throws {
    let exercise = try #require(BuiltBook.curriculum.exercises.first { $0.id == "1.5" })
    let own = links.on(exercise)
    #expect(own.linked("1.5 and 1.6") == "1.5 and [1.6](doc:06-ResourceRecord)")
    #expect(own.linked("`\(exercise.file)`") == "`\(exercise.file)`")
  }
}
