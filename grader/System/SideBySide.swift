import Dispatch
import Synchronization

/// Does one thing with each of several values, some at once.
package enum SideBySide {
  /// The results in the order of the values. After an error no further value is begun, and the first error is thrown.
  package static func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], atOnce width: Int, _ body: @Sendable (Value) throws -> Result
  ) throws -> [Result] {
    try map(values, atOnce: width, with: { _ in }, finished: { _ in }, { value, _ in try body(value) })
  }

  /// The same, where each that works has something of its own, made by its number from 0. `finished` is given each result in the order
  /// of the values, once all before it are there.
  package static func map<Value: Sendable, Own, Result: Sendable>(
    _ values: [Value], atOnce width: Int, with own: @Sendable (_ worker: Int) throws -> Own,
    finished: @Sendable (Result) -> Void, _ body: @Sendable (Value, Own) throws -> Result
  ) throws -> [Result] {
    guard !values.isEmpty else { return [] }
    let state = Mutex(OrderedResults<Result>(count: values.count))
    DispatchQueue.concurrentPerform(iterations: max(1, min(width, values.count))) { worker in
      do {
        let own = try own(worker)
        while let number = state.withLock({ $0.take() }) {
          let result = try body(values[number], own)
          state.withLock { for next in $0.finish(number, result) { finished(next) } }
        }
      } catch {
        state.withLock { $0.trouble = $0.trouble ?? error }
      }
    }
    let end = state.withLock { $0 }
    if let trouble = end.trouble { throw trouble }
    return end.results.compactMap(\.self)
  }
}

/// Numbered jobs, handed out one by one, and their results, given back in order.
struct OrderedResults<Result: Sendable>: Sendable {
  private(set) var results: [Result?]
  private var next = 0
  private var given = 0
  /// The first error: nothing is handed out after it.
  var trouble: (any Error)?

  init(count: Int) { results = Array(repeating: nil, count: count) }

  /// The number of a job that nobody has begun.
  mutating func take() -> Int? {
    guard trouble == nil, next < results.count else { return nil }
    defer { next += 1 }
    return next
  }

  /// Keeps a result, and returns those that are now due.
  mutating func finish(_ number: Int, _ result: Result) -> [Result] {
    results[number] = result
    var due: [Result] = []
    while given < results.count, let result = results[given] {
      due.append(result)
      given += 1
    }
    return due
  }
}
