import Testing

@testable import TeachingKit

/// Tables as spreadsheets write them: RFC 4180.
@Suite struct CSVTableTests {
  private func rows(_ text: String) -> [[String]]? { CSVTable(text)?.rows }

  @Test func `cells, quotes and ends of lines`() {
    #expect(rows("a,b\r\nc,d\r\n") == [["a", "b"], ["c", "d"]])
    #expect(rows("a,b\nc,d") == [["a", "b"], ["c", "d"]])
    #expect(rows("a\rb\r") == [["a"], ["b"]])
    #expect(rows("\u{FEFF}a,\"b, \"\"c\"\"\r\nd\"\r\n") == [["a", "b, \"c\"\r\nd"]])
    #expect(rows("a,,\n,\n\n") == [["a", "", ""], ["", ""]])
    #expect(rows("\"\"\n") == [[""]])
    #expect(rows("") == [])
    #expect(rows("say \"hi\",b") == [["say \"hi\"", "b"]])
  }

  @Test func `a quote without an end, or with text after it, is damage`() {
    #expect(rows("\"a") == nil)
    #expect(rows("\"a\"b,c") == nil)
  }

  @Test func `what is written is read again`() throws {
    var random = TestRandom(seed: 11)
    let pieces = ["a", "\"", ",", "\r", "\n", "\r\n", "é", " ", "=1", ""]
    for _ in 0..<2000 {
      let table = CSVTable(
        rows: (0..<Int.random(in: 1..<4, using: &random)).map { _ in
          // A line of one empty cell is no line.
          ["x"]
            + (0..<Int.random(in: 0..<4, using: &random)).map { _ in
              (0..<Int.random(in: 0..<4, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
              }.joined()
            }
        })
      #expect(CSVTable(table.text) == table, "\(table.text.debugDescription)")
    }
  }
}
