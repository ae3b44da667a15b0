#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Words in UTF-8, found as bytes: files are searched whole, and a debug build counts each step that is not the C library's.
package enum ByteSearch {
  /// How often a word is in the text; what overlaps is counted once.
  package static func count(_ word: StaticString, in text: some StringProtocol) -> Int {
    count(word, in: Array(text.utf8))
  }

  package static func count(_ word: StaticString, in bytes: [UInt8]) -> Int {
    var count = 0
    find(word, in: bytes) { count += 1 }
    return count
  }

  package static func isThere(_ word: StaticString, in bytes: [UInt8]) -> Bool { count(word, in: bytes) > 0 }

  private static func find(_ word: StaticString, in bytes: [UInt8], each: () -> Void) {
    let length = word.utf8CodeUnitCount
    bytes.withUnsafeBytes { buffer in
      guard length > 0, buffer.count >= length, var start = buffer.baseAddress else { return }
      // Where the last one could begin.
      let end = start + (buffer.count - length + 1)
      let first = Int32(word.utf8Start[0])
      while start < end, let found = memchr(start, first, end - start) {
        let isFound = memcmp(found, word.utf8Start, length) == 0
        if isFound { each() }
        start = UnsafeRawPointer(found) + (isFound ? length : 1)
      }
    }
  }
}
