import Dispatch
import Synchronization

/// Does one thing with each of several values, some at once.
package enum SideBySide {
  /// The results in the order of the values. After an error no further value is begun, and the first error is thrown.
  package static func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], atOnce width: Int, _ body: @Sendable (Value) throws -> Result
  ) throws -> [Result] {
    let width = min(width, values.count)
    guard width > 1 else { return try values.map(body) }
    let state = Mutex(
      (next: 0, results: [Result?](repeating: nil, count: values.count), trouble: Error?.none))
    DispatchQueue.concurrentPerform(iterations: width) { _ in
      while true {
        let number = state.withLock { state -> Int? in
          guard state.trouble == nil, state.next < values.count else { return nil }
          state.next += 1
          return state.next - 1
        }
        guard let number else { return }
        do {
          let result = try body(values[number])
          state.withLock { $0.results[number] = result }
        } catch {
          state.withLock { $0.trouble = $0.trouble ?? error }
        }
      }
    }
    let (results, trouble) = state.withLock { ($0.results, $0.trouble) }
    if let trouble { throw trouble }
    return results.compactMap(\.self)
  }
}
