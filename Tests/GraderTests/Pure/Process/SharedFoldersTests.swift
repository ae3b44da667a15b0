import Dispatch
import Synchronization
import Testing

@testable import JudgeKit
@testable import SystemKit

/// Benches that are prepared at once share a folder, and none takes it from under another.
@Suite struct SharedFoldersTests {
  private static let rounds = 12
  private static let benches = 4

  @Test func `benches that are prepared at once do not disturb each other`() throws {
    let toolchain = try Toolchain()
    let failures = Mutex<[String]>([])
    for _ in 0..<Self.rounds {
      let book = try MiniWorkbook()
      let curriculum = try book.curriculum
      // Made for another compiler: each of them wants to make it anew.
      try book.write("another", to: Builder.moduleCache + "/made-for")
      for number in 0..<40 { try book.write("", to: "\(Builder.moduleCache)/\(number)") }
      DispatchQueue.concurrentPerform(iterations: Self.benches) { number in
        do {
          _ = try Workspace(curriculum: curriculum, toolchain: toolchain, name: "bench-\(number)")
        } catch {
          failures.withLock { $0.append("\(error)") }
        }
      }
    }
    #expect(failures.withLock { $0 } == [])
  }
}
