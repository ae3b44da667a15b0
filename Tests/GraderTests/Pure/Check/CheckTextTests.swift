import PostRoad
import Synchronization
import Testing

@testable import TestSupport

/// What a failed check prints.
@Suite struct CheckTextTests {
  private struct Wrong: Error, Equatable { var at: Int }

  /// What the issues say that are recorded meanwhile.
  private func said(_ body: () throws -> Void) throws -> [String] {
    let texts = Mutex<[String]>([])
    try withKnownIssue(isIntermittent: true) {
      try body()
    } matching: { issue in
      texts.withLock { $0 += issue.comments.map(\.rawValue) }
      return true
    }
    return texts.withLock { $0 }
  }

  @Test func `a result names the call, its input, both values, and the rule`() throws {
    let texts = try said {
      try check("id(_:)", [UInt8]([0x12, 0x34]), returns: UInt16(0x1234), "big-endian") { _ in 0x3412 }
    }
    #expect(
      texts == [
        """
        id(_:)
          of        12 34
          expected  4660 = 0x1234
          got       13330 = 0x3412
          big-endian
        """
      ])
  }

  @Test func `an error is named, the expected one and the one that came`() throws {
    let texts = try said {
      try check("f(_:)", 7, throws: Wrong(at: 1), "the first") { _ in throw Wrong(at: 2) }
      try check("f(_:)", 7, throws: Wrong(at: 1), "the first") { $0 }
    }
    #expect(texts.count == 2)
    #expect(texts[0].contains("Wrong(at: 1)\n  got       threw ") && texts[0].contains("Wrong(at: 2)\n"))
    #expect(texts[1].contains("\n  got       7\n"))
  }

  @Test func `the first byte that differs is marked, and spaces are kept`() throws {
    let bytes = try said { try check("f(_:)", 1, returns: [UInt8]([1, 2, 3]), "r") { _ in [1, 9, 3] } }
    #expect(
      bytes.first?.contains(
        """
          differs   at byte 1
                    0000  expected 01 02 03
                    0000  got      01 09 03
                                      ^^
        """) == true)
    let text = try said { try check("f(_:)", 1, returns: "a b", "r") { _ in "a  b" } }
    #expect(text.first?.contains("expected  \"a b\"\n  got       \"a  b\"") == true)
  }

  @Test func `a row of sixteen bytes fits into a report of 80 columns`() throws {
    let row = [UInt8](repeating: 0, count: 16)
    let text = try said { try check("f(_:)", 1, returns: row, "r") { _ in row.dropLast() + [1] } }
    // The grader sets a failure six columns in.
    #expect(text.first?.split(separator: "\n").map(\.count).max() == 74)
  }

  @Test func `a long value is cut, and what differs is shown from around it`() throws {
    let long = String(repeating: "x", count: 5_000)
    let text = try #require(
      try said { try check("f(_:)", long, returns: long + "a", "r") { $0 + "b" } }.first)
    #expect(text.count < 4_000)
    #expect(text.contains("at character 5000: …\""))
    #expect(text.contains("xxxb\"") && text.contains("xxxa\""))
    let nested = try said {
      try check("f(_:)", 1, returns: Optional(["\(long)a"][...]), "r") { _ in ["\(long)b"][...] }
    }
    #expect(try #require(nested.first).count < 4_000)
  }

  @Test func `a subject that keeps state shows its steps, the newest of many`() throws {
    let texts = try said {
      var steps = CheckSteps()
      for step in 1...13 { steps.note("step \(step)") }
      try steps.check("pick()", returns: "a", "turns") { "b" }
      try steps.check("pick()", returns: "a", "never reached") { "b" }
    }
    #expect(texts.count == 1)
    #expect(
      texts.first?.hasPrefix("pick()\n  expected  \"a\"\n  got       \"b\"\n  turns\n  what was done:\n")
        == true)
    #expect(texts.first?.contains("\n  (1 steps before)\n  2. step 2\n") == true)
    #expect(texts.first?.hasSuffix("\n  13. step 13") == true)
  }

  @Test func `what is not written yet ends the test with its own error`() throws {
    #expect(throws: NotStarted.self) {
      try check("f(_:)", 1, returns: 1, "r") { _ in throw NotStarted() }
    }
    #expect(throws: NotStarted.self) {
      var steps = CheckSteps()
      try steps.check("f()", throws: Wrong(at: 1), "r") { throw NotStarted() }
    }
  }

  @Test func `of many failures of a test three are reported`() throws {
    #expect(try said { for n in 1...9 { try check("f(_:)", n, returns: 0, "r") { $0 } } }.count == 3)
  }
}
