import PostRoad
import TestSupport

/// Where a suite begins to read: a message and an offset in it.
public struct Passage: CheckDescribable, Sendable {
  public var message: [UInt8]
  public var offset: Int
  /// The message in words, where its bytes would say less.
  public var words: String?

  public init(_ message: [UInt8], at offset: Int = 0, words: String? = nil) {
    self.message = message
    self.offset = offset
    self.words = words
  }

  /// The message of these hexadecimal digits.
  public init(hex text: String, at offset: Int = 0) { self.init(bytes(hex: text), at: offset) }

  public var checkDescription: String { "\(words ?? describe(message)), from offset \(offset) on" }
}

/// A name that was read, with the case of its letters, and where reading goes on. Where nothing was read, the error alone counts.
public struct ReadName: Equatable, CheckDescribable, Sendable {
  public var labels: [[UInt8]]
  public var end: Int

  public init(_ labels: [[UInt8]], end: Int) {
    self.labels = labels
    self.end = end
  }

  /// The name of this text, which has no escapes.
  public init(_ text: String, end: Int) { self.init(plainName(text).labels, end: end) }

  public var checkDescription: String { "\(labelText(labels)), and reading goes on at \(end)" }
}

/// Labels as a failure shows them: `www.postroad.example.`, long ones in short: `<63 × 61>`.
public func labelText(_ labels: [[UInt8]]) -> String {
  guard !labels.isEmpty else { return "the root, no label" }
  return labels.map { label in
    guard let first = label.first else { return "<empty>." }
    guard label.count > 16, label.allSatisfy({ $0 == first }) else { return "\(DNS.Name(labels: [label]))" }
    return "<\(label.count) × \(hex([first]))>."
  }.joined()
}

/// A label on the wire: its length, then the letter `a` so many times.
public func wireLabel(_ count: Int) -> [UInt8] { [UInt8(count)] + letters(count) }

/// The letter `a` so many times.
public func letters(_ count: Int) -> [UInt8] { [UInt8](repeating: 0x61, count: count) }

/// The labels of a name, compared with the case of their letters, which `DNS.Name` does not look at.
public struct ExactLabels: Equatable, CheckDescribable, Sendable {
  public var labels: [[UInt8]]

  public init(_ labels: [[UInt8]]) { self.labels = labels }

  public init(_ name: DNS.Name) { labels = name.labels }

  public var checkDescription: String { labelText(labels) }
}
