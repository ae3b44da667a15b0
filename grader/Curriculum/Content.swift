import SystemKit

/// A file's bytes with their fingerprint, which is worked out once and stands for them.
package struct Content: Hashable, Sendable {
  package let bytes: [UInt8]
  package let fingerprint: String

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    fingerprint = Fingerprint.of(bytes)
  }

  package init(_ text: String) { self.init(Array(text.utf8)) }

  package static func == (one: Content, other: Content) -> Bool {
    one.fingerprint == other.fingerprint && one.bytes.count == other.bytes.count
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
}
