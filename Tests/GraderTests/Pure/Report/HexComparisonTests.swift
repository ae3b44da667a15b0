import Testing

@testable import GraderKit
@testable import SystemKit

@Suite struct HexComparisonTests {
  private func lines(_ got: String, _ expected: String) -> [String]? {
    HexComparison.lines(got: got, expected: expected)
  }

  @Test func `the bytes that differ are marked`() {
    #expect(
      lines("[18, 52, 0]", "[18, 53, 0]") == [
        "  0000  got       12 34 00", "        expected  12 35 00", "                     ^^   ",
      ])
  }

  @Test func `a length that differs is told, and what is missing is drawn as missing`() {
    #expect(
      lines("[1]", "[1, 255]") == [
        "1 byte, expected 2", "  0000  got       01 --", "        expected  01 ff",
        "                     ^^",
      ])
    #expect(lines("[]", "[7]")?.first == "0 bytes, expected 1")
  }

  @Test func `rows that agree are left out, and of many two are shown`() {
    let zeros = Array(repeating: "0", count: 64)
    var ones = zeros
    for index in [16, 32, 48] { ones[index] = "1" }
    let lines = lines("[\(zeros.joined(separator: ", "))]", "[\(ones.joined(separator: ", "))]") ?? []
    #expect(lines.count == 7)
    #expect(lines.first?.hasPrefix("  0010  got") == true)
    #expect(lines[3].hasPrefix("  0020  got"))
    #expect(lines.last == "… and more rows that differ")
  }

  @Test(arguments: [
    ("[1, 256]", "[1, 2]"), ("[-1]", "[1]"), ("\"ab\"", "[1]"), ("[]", "[]"), ("[1.5]", "[1]"), ("1", "2"),
  ]) func `what are no bytes is left to others`(got: String, expected: String) {
    #expect(lines(got, expected) == nil)
  }
}
