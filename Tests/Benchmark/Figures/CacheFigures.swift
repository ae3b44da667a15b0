import ContentDelivery
import LabKit
import PostRoad

/// The stores of chapter 4, and the cache that its exercises make together, in memory.
enum CacheFigures {
  private static let objects = 10_000
  private static let operations = 100_000

  static func run() throws {
    row("what", "ns", "a second", "allocations")
    row("---", "--:", "--:", "--:")
    let keys = (0..<objects).map { "http://www.postroad.example/\($0)" }
    var random = SeededRandom(seed: 4)
    let order = (0..<operations).map { _ in Int(random.next() % UInt64(objects)) }
    var lru = try LRUStore<String>(capacity: objects)
    for key in keys { _ = try lru.insert(key, size: 1) }
    try line("LRU: a lookup that hits", order) { use(try lru.use(keys[$0]) ? 1 : 0) }
    var small = try LRUStore<String>(capacity: objects / 2)
    try line("LRU: put in, half of which are new and evict", order) {
      use(try small.insert(keys[$0], size: 1).count)
    }
    var sieve = try SieveStore<String>(capacity: objects)
    for key in keys { _ = try sieve.request(key) }
    try line("SIEVE: a request that hits", order) { use(try sieve.request(keys[$0]) == .hit ? 1 : 0) }
    var sifted = try SieveStore<String>(capacity: objects / 2)
    try line("SIEVE: a request, half of which miss and evict", order) {
      use(try sifted.request(keys[$0]) == .hit ? 1 : 0)
    }
    try edge(keys, order)
  }

  private static func edge(_ keys: [String], _ order: [Int]) throws {
    var edge = try EdgeCache()
    let fields: HTTP.Fields = [
      "date": "Sun, 06 Nov 1994 08:49:37 GMT", "cache-control": "max-age=3600", "content-type": "text/plain",
      "etag": "\"v1\"",
    ]
    let now = 784_111_777
    let requests = keys.map { HTTP.Request("GET", $0, ["host": "www.postroad.example"]) }
    for request in requests {
      for case .fetch(let fetch) in try edge.request(request, from: 1, now: now) {
        let body = [UInt8](repeating: 0x61, count: 1024)
        _ = try edge.answered(fetch.id, HTTP.Response(200, fields, body: body), now: now)
      }
    }
    try line("EdgeCache: a hit", order) { use(try edge.request(requests[$0], from: 1, now: now).count) }
    try line("EdgeCache: the same hit again in the same second", order) {
      use(try edge.request(requests[$0], number: $0, from: 1, now: now).count)
    }
  }

  private static func line(_ title: String, _ order: [Int], _ operation: (Int) throws -> Void) throws {
    try withoutActuallyEscaping(operation) { operation in
      let work = Work(operations: order.count) { for index in order { try operation(index) } }
      let cost = try compare([work])[0]
      row(title, told(cost.nanoseconds), told(1e9 / cost.nanoseconds), told(cost.allocations))
    }
  }
}
