import TestSupport

/// What a client has sent; each character is one byte. A failure shows it in quotes, the middle of a long one cut out.
public struct SentText: CheckDescribable, Sendable {
  /// Characters of a long text that are shown at its start, and half as many at its end.
  private static let shown = 120

  public let text: String

  public init(_ text: String) { self.text = text }

  public var bytes: [UInt8] { text.unicodeScalars.map { UInt8($0.value) } }

  public var checkDescription: String {
    let scalars = text.unicodeScalars
    guard scalars.count > 2 * Self.shown else { return describe(text) }
    let (start, end) = (String(scalars.prefix(Self.shown)), String(scalars.suffix(Self.shown / 2)))
    return "\(describe(start)) … \(describe(end)), \(scalars.count) bytes"
  }
}
