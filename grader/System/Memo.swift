import Synchronization

/// What was worked out of a text, kept for as long as the text stays the same.
package final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let entries = Mutex<[Key: (text: String, value: Value)]>([:])

  package func value(for key: Key, of text: String, make: (String) throws -> Value) rethrows -> Value {
    if let known = entries.withLock({ $0[key] }), known.text == text { return known.value }
    let value = try make(text)
    entries.withLock { $0[key] = (text, value) }
    return value
  }

  package init() {}
}
