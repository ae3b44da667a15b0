import Synchronization
import Testing

@testable import SystemKit

@Suite struct MemoTests {
  @Test func `a text is worked on once, and another text anew`() {
    let memo = Memo<Int, Int>()
    let calls = Mutex(0)
    func length(_ key: Int, _ text: String) -> Int {
      memo.value(for: key, of: text) { text in
        calls.withLock { $0 += 1 }
        return text.count
      }
    }
    #expect(length(1, "abc") == 3)
    #expect(length(1, "abc") == 3)
    #expect(calls.withLock { $0 } == 1)
    #expect(length(1, "ab") == 2, "the text has changed")
    #expect(length(2, "abcd") == 4, "another key has its own")
    #expect(length(1, "ab") == 2)
    #expect(calls.withLock { $0 } == 3)
  }

  @Test func `what throws is not kept`() throws {
    struct Refused: Error {}
    let memo = Memo<Int, Int>()
    #expect(throws: Refused.self) { try memo.value(for: 1, of: "a") { _ in throw Refused() } }
    #expect(memo.value(for: 1, of: "a") { _ in 7 } == 7)
  }
}
