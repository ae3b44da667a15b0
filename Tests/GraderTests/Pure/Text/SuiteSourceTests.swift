import Testing

@testable import CurriculumKit

@Suite struct SuiteSourceTests {
  private let source = """
    import Testing

    // A comment of nobody's.

    @Suite struct HeaderTests {
      /// Not a source either.
      private func helper() { #expect(true) }

      // RFC 1035 §4.1.1
      @Test func `the id is big-endian`() throws {
        let id = try parse().id
        #expect(id == 1, "the first")
        // #expect(id == 2)
        try #require(id == 3)
      }

      // RFC 6895 §2: RFC 1035 drew Z
      // three bits wide.
      @Test(arguments: [-1, 2]) func `an index (any) is refused`(index: Int) throws {
        #expect(throws: Fault.index(index)) { try parse() }
        Issue.record("x")
      }

      @Test
      func plain() {}
    }
    """

  @Test func `each test is found, in order, with its line`() {
    let tests = SuiteSource(source).tests
    #expect(tests.map(\.name) == ["the id is big-endian", "an index (any) is refused", "plain"])
    #expect(tests.map(\.line) == [10, 19, 24])
  }

  @Test func `the comment above a test is its source, whole`() {
    let references = SuiteSource(source).tests.map(\.reference)
    #expect(references == ["RFC 1035 §4.1.1", "RFC 6895 §2: RFC 1035 drew Z three bits wide.", nil])
  }

  @Test func `expectations are counted, but not those in a comment`() {
    #expect(SuiteSource(source).tests.map(\.assertions) == [2, 2, 0])
  }

  @Test func `a comment that stands apart is no source`() {
    let suite = SuiteSource("// RFC 1\n\n@Test func a() {}\n// RFC 2\nlet x = 1\n@Test func b() {}")
    #expect(suite.tests.map(\.reference) == [nil, nil])
  }

  @Test func `the expectations of a helper below the last test are not the test's`() {
    let suite = SuiteSource(
      """
      @Suite struct ATests {
        // RFC 1
        @Test func `a`() throws {
          #expect(true)
        }

        private func helper() throws {
          try #require(true)
        }
      }
      """)
    #expect(suite.tests.map(\.assertions) == [1])
  }

  @Test func `a file without tests has none`() {
    #expect(SuiteSource("").tests == [])
    #expect(SuiteSource("// @Test func a() {}\nfunc b() {}").tests == [])
  }

  @Test func `the line endings of Windows change nothing`() {
    #expect(SuiteSource(source.replacing("\n", with: "\r\n")).tests == SuiteSource(source).tests)
  }

  @Test func `a test whose function stands below its arguments is found`() {
    let suite = SuiteSource(
      "  // RFC 1\n  @Test(\n    arguments: [\n      1, 2,\n    ]) func `each`(_ a: Int) {\n    #expect(true)\n  }\n"
    )
    #expect(suite.tests == [.init(name: "each", reference: "RFC 1", line: 2, assertions: 1)])
  }
}
