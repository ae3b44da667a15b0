import Foundation
import Testing

@testable import SystemKit

@Suite struct FileLockTests {
  private let file: String

  init() {
    let folder =
      FileManager.default.temporaryDirectory.path(percentEncoded: false) + "/lock-\(UUID().uuidString)"
    leftovers.withLock { $0.append(folder) }
    file = folder + "/inner/lock"
  }

  @Test func `a lock that is free is taken without waiting`() throws {
    var waited = false
    do { _ = try FileLock(file) { waited = true } }
    _ = try FileLock(file) { waited = true }
    #expect(!waited)
  }

  @Test func `a lock that is held is waited for`() throws {
    var first: FileLock? = try FileLock(file)
    var waited = 0
    let second = try FileLock(file) {
      waited += 1
      first = nil
    }
    #expect(waited == 1)
    withExtendedLifetime((first, second)) {}
  }

  @Test func `a lock is given back when what it was held for fails`() throws {
    struct Failure: Error {}
    #expect(throws: Failure.self) { try FileLock.held(file) { throw Failure() } }
    #expect(try FileLock.held(file) { 7 } == 7)
  }

  @Test func `who holds a lock is known to those who wait`() throws {
    #expect(FileLock.holder(of: file) == nil)
    let lock = try FileLock(file)
    #expect(FileLock.holder(of: file) == nil, "nobody signed")
    lock.sign("a long name of the first")
    lock.sign("`grader watch`, process 7")
    #expect(FileLock.holder(of: file) == "`grader watch`, process 7")
  }

  @Test func `a folder that cannot be written is trouble`() {
    #expect(throws: GraderError.self) { try FileLock("/proc/postroad/lock") }
  }
}
