import Testing

@testable import AuthoringKit
@testable import SystemKit

@Suite struct NewCommandTests {
  private let book: MiniWorkbook

  init() throws { book = try MiniWorkbook() }

  private func texts(_ exercise: String) throws -> [String: String] {
    let found = try book.curriculum.exercises.first { $0.name == exercise }
    let own = try #require(found)
    let files = [own.solution, own.file, own.suiteFile, own.mistakes, own.alternative, own.page]
    return Dictionary(
      uniqueKeysWithValues: try files.compactMap { file in
        try book.workbook.textIfPresent(file).map { (file, $0) }
      })
  }

  @Test func `all parts are written and linked, under the next number`() throws {
    let page = "Chapters/PostRoad/PostRoad.docc/01-DNSMessages.md"
    try book.write(
      "# DNS\n\n| **Exercises** | 1.1 Header |\n\n## Topics\n\n- <doc:01-Header>\n- <doc:02-HeaderEncoding>\n",
      to: page)
    try book.write("extension DNS {\n}\n", to: "Chapters/PostRoad/01-DNSMessages/DNSHeader.swift")
    let run = book.grader("new", "1", "Labels")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("1.3 Labels\n  wrote    Solutions/01-DNSMessages/03-Labels.swift\n"))
    #expect(run.output.contains("swift run grader check 1.3"))
    #expect(try texts("Labels").count == 6)
    let vocabulary = try book.workbook.text("Chapters/PostRoad/01-DNSMessages/DNSLabels.swift")
    #expect(vocabulary.hasPrefix("extension DNS {\n"))
    let text = try book.workbook.text(page)
    #expect(text.contains("| **Exercises** | 1.1 Header, 1.2 HeaderEncoding, 1.3 Labels |"))
    #expect(text.hasSuffix("- <doc:02-HeaderEncoding>\n- <doc:03-Labels>\n"))
  }

  @Test func `an empty place is taken first, and linked in its order`() throws {
    let page = "Chapters/PostRoad/PostRoad.docc/05-LoadBalancing.md"
    try Files.remove(book.workbook.absolute("Solutions/01-DNSMessages/01-Header.swift"))
    #expect(book.grader("new", "DNSMessages", "Labels").output.hasPrefix("1.1 Labels\n"))
    try book.write(MiniWorkbook.solution("Late"), to: "Solutions/05-LoadBalancing/03-Late.swift")
    try book.write("## Topics\n\n- <doc:01-RoundRobin>\n- <doc:03-Late>\n", to: page)
    #expect(book.grader("new", "05-LoadBalancing", "Between").output.hasPrefix("5.2 Between\n"))
    let links = "- <doc:01-RoundRobin>\n- <doc:02-Between>\n- <doc:03-Late>\n"
    #expect(try book.workbook.text(page).hasSuffix(links))
  }

  @Test func `a page without topics is left alone, and its author told`() {
    #expect(
      book.grader("new", "1", "Labels").output.contains(
        "missing  `- <doc:03-Labels>` under `## Topics` in Chapters/PostRoad/PostRoad.docc/01-DNSMessages.md: add it"
      ))
  }

  @Test func `what an earlier run left is continued, and nothing of it is lost`() throws {
    #expect(book.grader("new", "5", "Labels").status == 0)
    let before = try texts("Labels")
    let page = try #require(before.keys.first { $0.hasSuffix(".md") })
    let suite = try #require(before.keys.first { $0.hasSuffix("Tests.swift") })
    try book.write("my own page\n", to: page)
    try Files.remove(book.workbook.absolute(suite))
    let run = book.grader("new", "5", "Labels")
    #expect(run.status == 0)
    #expect(run.output.contains("  kept     \(page)\n"))
    #expect(run.output.contains("  wrote    \(suite)\n"))
    var expected = before
    expected[page] = "my own page\n"
    #expect(try texts("Labels") == expected)
    let again = book.grader("new", "5", "Labels")
    #expect(again.status == 2)
    #expect(again.errors.contains("has all its parts already"))
  }

  @Test func `the README's sample is renewed, and one that was edited is left alone`() throws {
    let sample = book.grader().output
    let start = "$ swift run grader\n"
    try book.write(start + sample, to: "README.md")
    #expect(book.grader("new", "1", "Labels").output.contains("renewed  the sample in README.md"))
    #expect(try book.workbook.text("README.md") == start + book.grader().output)
    try book.write(start + "edited\n", to: "README.md")
    #expect(!book.grader("new", "1", "Letters").output.contains("renewed"))
    #expect(try book.workbook.text("README.md") == start + "edited\n")
  }

  @Test(
    arguments: [
      ("7", "Labels", "there is no chapter `7`. The chapters are 1 DNSMessages and 5 LoadBalancing"),
      ("1", "labels", "Write it in upper camel case"), ("1", "Round-Trip", "Write it in upper camel case"),
      ("1", "Ümlaut", "Write it in upper camel case"), ("5", "Header", "1.1 is called Header"),
      ("5", "header2", "upper camel case"), ("5", "ROUNDRobin2x", nil),
      ("1", "ROUNDROBIN", "5.1 is called RoundRobin"),
      ("5", "RecordHeader", "`swift test --filter HeaderTests` would also run RecordHeaderTests"),
      ("5", "Encoding", "`swift test --filter EncodingTests` would also run HeaderEncodingTests"),
      ("5", "LoadBalancing", "a chapter is called LoadBalancing"), ("1", "HeaderText", nil),
    ] as [(String, String, String?)])
  func `a name that cannot be is refused, with what to do`(chapter: String, name: String, refusal: String?)
    throws
  {
    let run = book.grader("new", chapter, name)
    #expect(run.status == (refusal == nil ? 0 : 2))
    guard let refusal else { return }
    let words = run.errors.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(refusal), "\(words)")
    #expect(try book.curriculum.exercises.count == 3)
  }

  @Test func `without a name the command says what it wants`() {
    #expect(book.grader("new", "5").status == 2)
    #expect(book.grader("new", "5", "Labels", "Letters").status == 2)
  }
}
