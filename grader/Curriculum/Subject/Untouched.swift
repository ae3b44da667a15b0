import SystemKit

/// Whether a text is still the stub: equal code, whatever its comments and its white space.
///
/// A note that a learner writes above a step, a `TODO` line that was removed and a file that an editor formatted are no attempt
/// yet. What is inside a string literal counts.
package enum Untouched {
  /// Bytes of comments that are added to a stub at most; a text that grew by more is work. It bounds the time for huge files.
  private static let mostAdded = 1 << 16
  private static let mark = "NotStarted"

  package static func isUntouched(_ text: String, stub: String) -> Bool {
    let text = text.normalizedLines
    let stub = stub.normalizedLines
    if text == stub { return true }
    guard text.utf8.count <= stub.utf8.count + mostAdded else { return false }
    // Nearly every attempt replaces a `throw NotStarted()`: counting them is quicker than reading both texts.
    guard text.ranges(of: mark).count >= stub.ranges(of: mark).count else { return false }
    return words(of: text) == words(of: stub)
  }

  /// Whether a text is the stub, line for line: a comment that was added is somebody's, and is kept.
  package static func isStub(_ bytes: [UInt8], _ stub: String) -> Bool {
    String(validating: bytes, as: UTF8.self)?.normalizedLines == stub
  }

  /// The code without comments, and without white space where it separates no two words.
  private static func words(of text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var scanner = SourceScanner(bytes)
    let code = scanner.scan()
    var literals = scanner.literalText[...]
    var words: [UInt8] = []
    var hasSpace = false
    for index in bytes.indices {
      while let first = literals.first, first.upperBound <= index { literals.removeFirst() }
      let isText = literals.first?.contains(index) == true
      if !isText, Self.spaces.contains(code[index]) {
        hasSpace = true
        continue
      }
      let byte = bytes[index]
      if hasSpace, isWord(byte), words.last.map(isWord) == true { words.append(UInt8(ascii: " ")) }
      hasSpace = false
      words.append(byte)
    }
    return words
  }

  private static let spaces = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n")]

  /// A byte of a name or a number; a byte above ASCII is taken for one.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
