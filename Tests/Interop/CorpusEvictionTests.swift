import ContentDelivery
import ContentDeliverySupport
import Foundation
import PostRoad
import TestSupport
import Testing

/// 76,118 requests of a web shop with the misses of several policies, on which two implementations agree: `cache/web07.trace` and
/// `cache/web07-misses.json` in the folder that `WORKBOOK_CORPUS` names.
@Suite(.enabled(if: Corpus.folder != nil, "set WORKBOOK_CORPUS to the corpus folder to run it"))
struct CorpusEvictionTests {
  private struct Counts: Decodable {
    let misses: [String: Int]
  }

  /// Big-endian keys of 32 bits.
  private func trace() throws -> [Int] {
    let bytes = [UInt8](
      try Data(contentsOf: try #require(Corpus.folder).appending(path: "cache/web07.trace")))
    return stride(from: 0, to: bytes.count, by: 4).map { start in
      bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    }
  }

  private func misses(of policy: String, at capacity: Int) throws -> Int {
    let data = try Data(contentsOf: try #require(Corpus.folder).appending(path: "cache/web07-misses.json"))
    let counts = try JSONDecoder().decode([String: Counts].self, from: data)
    return try #require(counts["web07.trace@\(capacity)"]?.misses[policy])
  }

  // NSDI'24, algorithm 1
  @Test(arguments: [512, 1024, 2048]) func `SIEVE misses as often as the corpus says`(capacity: Int) throws {
    let trace = try trace()
    try check(
      "the misses of web07", "SieveStore(capacity: \(capacity))", returns: misses(of: "sieve", at: capacity),
      "two other implementations agree on it"
    ) { _ in
      var store = try SieveStore<Int>(capacity: capacity)
      return try trace.count { try store.request($0) != .hit }
    }
  }

  // Least recently used, with objects of one octet
  @Test(arguments: [512, 1024, 2048]) func `LRU misses as often as the corpus says`(capacity: Int) throws {
    let trace = try trace()
    try check(
      "the misses of web07", "LRUStore(capacity: \(capacity))", returns: misses(of: "lru", at: capacity),
      "two other implementations agree on it"
    ) { _ in
      var store = try LRUStore<Int>(capacity: capacity)
      return try trace.count { key in
        if try store.use(key) { return false }
        _ = try store.insert(key, size: 1)
        return true
      }
    }
  }

  // The plainest implementations of the other policies, which the suite of 4.24 tells SIEVE from
  @Test func `the policies kept by hand miss as often as the corpus says`() throws {
    let trace = try trace()
    for (policy, count) in [
      ("fifo", MissesByHand.fifo(trace, capacity: 512)), ("clock", MissesByHand.clock(trace, capacity: 512)),
      ("sieve", MissesByHand.sieve(trace, capacity: 512)), ("lru", MissesByHand.lru(trace, capacity: 512)),
    ] {
      #expect(try count == misses(of: policy, at: 512), "\(policy) at 512")
    }
  }
}
