import PostRoad

/// Takes the body of a message out of the octets that come, however they are cut into pieces.
package struct BodyReader {
  /// Where the body ends.
  package enum Length: Hashable, Sendable {
    case bytes(Int)
    case chunked
    /// With the connection. Only a response may end so (RFC 9112 §6.3).
    case untilEnd
  }

  package enum Failure: Error, Hashable {
    /// The body has more octets than it may have.
    case tooLarge(limit: Int)
    /// The chunked coding breaks the rules of RFC 9112 §7.1.
    case badChunk
    /// The connection ended before the body did.
    case cutShort
  }

  /// The most octets of a chunk's size line, or of the trailer section: no honest one comes near it.
  static let maximumLine = 4_096

  private enum State {
    case bytes(Int)
    case untilEnd
    case chunkSize
    case chunkData(Int)
    case chunkEnd
    case trailer(octets: Int)
    case complete
  }

  package private(set) var body: [UInt8] = []
  private var state: State
  private let limit: Int

  package init(_ length: Length, limit: Int) throws {
    self.limit = limit
    switch length {
    case .bytes(let count):
      guard count <= limit else { throw Failure.tooLarge(limit: limit) }
      state = count == 0 ? .complete : .bytes(count)
      body.reserveCapacity(count)
    case .chunked: state = .chunkSize
    case .untilEnd: state = .untilEnd
    }
  }

  package var isComplete: Bool { if case .complete = state { true } else { false } }

  /// Takes what belongs to the body off the front. What follows it is left.
  package mutating func take(from input: inout [UInt8]) throws {
    var rest = input[...]
    while !isComplete, try step(&rest) {}
    let taken = input.count - rest.count
    rest = []
    input.removeFirst(taken)
  }

  /// The connection has ended.
  package mutating func end() throws {
    if case .untilEnd = state { state = .complete }
    guard isComplete else { throw Failure.cutShort }
  }

  /// One step; false where more has to come first.
  private mutating func step(_ rest: inout ArraySlice<UInt8>) throws -> Bool {
    switch state {
    case .bytes(let count):
      let left = count - (try add(&rest, atMost: count))
      state = left == 0 ? .complete : .bytes(left)
      return left == 0
    case .untilEnd:
      _ = try add(&rest, atMost: rest.count)
      return false
    case .chunkSize:
      guard let line = try Self.line(&rest) else { return false }
      let size = try Self.chunkSize(line)
      guard body.count + size <= limit else { throw Failure.tooLarge(limit: limit) }
      state = size == 0 ? .trailer(octets: 0) : .chunkData(size)
    case .chunkData(let count):
      let left = count - (try add(&rest, atMost: count))
      state = left == 0 ? .chunkEnd : .chunkData(left)
      return left == 0
    case .chunkEnd:
      guard let line = try Self.line(&rest) else { return false }
      guard line.isEmpty else { throw Failure.badChunk }
      state = .chunkSize
    case .trailer(let octets):
      // Trailer fields are for those who know them: we do not (RFC 9110 §6.5.1).
      guard let line = try Self.line(&rest) else { return false }
      guard octets + line.count <= Self.maximumLine else { throw Failure.badChunk }
      state = line.isEmpty ? .complete : .trailer(octets: octets + line.count)
    case .complete: return false
    }
    return true
  }

  private mutating func add(_ rest: inout ArraySlice<UInt8>, atMost count: Int) throws -> Int {
    let part = rest.prefix(count)
    guard body.count + part.count <= limit else { throw Failure.tooLarge(limit: limit) }
    body += part
    rest = rest.dropFirst(part.count)
    return part.count
  }

  /// The next line without its CR LF; nil where it is not there yet.
  private static func line(_ rest: inout ArraySlice<UInt8>) throws -> ArraySlice<UInt8>? {
    guard let end = rest.prefix(maximumLine).firstIndex(of: 0x0A) else {
      guard rest.count < maximumLine else { throw Failure.badChunk }
      return nil
    }
    let line = rest[..<end]
    guard line.last == 0x0D else { throw Failure.badChunk }
    rest = rest[(end + 1)...]
    return line.dropLast()
  }

  /// Hexadecimal digits, and then nothing or an extension, which is skipped (RFC 9112 §7.1.1).
  private static func chunkSize(_ line: ArraySlice<UInt8>) throws -> Int {
    let digits = line.prefix { Character(UnicodeScalar($0)).isHexDigit }
    let after = line.dropFirst(digits.count).first { $0 != 0x20 && $0 != 0x09 }
    // 15 digits are below 2^60: no sum with them overflows.
    guard !digits.isEmpty, digits.count <= 15, after == nil || after == UInt8(ascii: ";"),
      let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw Failure.badChunk }
    return size
  }
}
