/// Octets as text and back, one character an octet (ISO 8859-1), as chapter 5 reads fields.
enum Latin1 {
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// Appends a text. A character that is no octet becomes a question mark.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return bytes.append(contentsOf: text.utf8) }
    for scalar in text.unicodeScalars { bytes.append(UInt8(exactly: scalar.value) ?? 0x3F) }
  }
}
