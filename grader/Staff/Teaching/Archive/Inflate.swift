/// Unpacks DEFLATE (RFC 1951), at most so many bytes of it.
package struct Inflate {
  package enum Fault: Error, Equatable {
    /// The stream is no DEFLATE, or ends too soon.
    case damaged
    /// It has more to say than was allowed.
    case tooLarge
  }

  private let input: ArraySlice<UInt8>
  private var position: Int
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var output: [UInt8] = []
  private let most: Int

  private init(_ input: ArraySlice<UInt8>, most: Int) {
    self.input = input
    position = input.startIndex
    self.most = most
  }

  /// The bytes of a stream, and where in the input it ended.
  package static func unpack(_ input: ArraySlice<UInt8>, most: Int) throws(Fault) -> (
    bytes: [UInt8], end: Int
  ) {
    var inflate = Inflate(input, most: most)
    try inflate.run()
    return (inflate.output, inflate.position)
  }

  private mutating func run() throws(Fault) {
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0: try stored()
      case 1: try compressed(Self.fixed.literals, Self.fixed.distances)
      case 2:
        let (literals, distances) = try tables()
        try compressed(literals, distances)
      default: throw .damaged
      }
    }
  }

  /// The next bits, the first of them the lowest.
  private mutating func take(_ count: Int) throws(Fault) -> Int {
    while bitCount < count {
      guard position < input.endIndex else { throw .damaged }
      bits |= UInt32(input[position]) << UInt32(bitCount)
      position += 1
      bitCount += 8
    }
    let value = bits & ((1 << UInt32(count)) - 1)
    bits >>= UInt32(count)
    bitCount -= count
    return Int(value)
  }

  // RFC 1951 §3.2.4
  private mutating func stored() throws(Fault) {
    bits = 0
    bitCount = 0
    guard input.endIndex - position >= 4 else { throw .damaged }
    let length = Int(input[position]) | Int(input[position + 1]) << 8
    let inverse = Int(input[position + 2]) | Int(input[position + 3]) << 8
    position += 4
    guard length ^ inverse == 0xFFFF, input.endIndex - position >= length else { throw .damaged }
    guard output.count + length <= most else { throw .tooLarge }
    output += input[position..<position + length]
    position += length
  }

  private mutating func compressed(_ literals: HuffmanCode, _ distances: HuffmanCode) throws(Fault) {
    while true {
      let symbol = try decode(literals)
      switch symbol {
      case 0..<256:
        guard output.count < most else { throw .tooLarge }
        output.append(UInt8(symbol))
      case 256: return
      case 257..<286:
        let length = Self.lengths[symbol - 257] + (try take(Self.lengthBits[symbol - 257]))
        let code = try decode(distances)
        guard code < 30 else { throw .damaged }
        let distance = Self.distances[code] + (try take(Self.distanceBits[code]))
        guard distance <= output.count else { throw .damaged }
        guard output.count + length <= most else { throw .tooLarge }
        // The copy may overlap what it makes.
        for _ in 0..<length { output.append(output[output.count - distance]) }
      default: throw .damaged
      }
    }
  }

  private mutating func decode(_ code: HuffmanCode) throws(Fault) -> Int {
    var value = 0
    var first = 0
    var index = 0
    for length in 1...HuffmanCode.mostBits {
      value |= try take(1)
      let count = code.counts[length]
      if value - first < count { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw .damaged
  }

  // RFC 1951 §3.2.7
  private mutating func tables() throws(Fault) -> (HuffmanCode, HuffmanCode) {
    let literals = try take(5) + 257
    let distances = try take(5) + 1
    let codes = try take(4) + 4
    guard literals <= 286, distances <= 30 else { throw .damaged }
    var lengths = [Int](repeating: 0, count: Self.order.count)
    for index in 0..<codes { lengths[Self.order[index]] = try take(3) }
    let code = try HuffmanCode(lengths)
    var all: [Int] = []
    while all.count < literals + distances {
      let symbol = try decode(code)
      switch symbol {
      case 0..<16: all.append(symbol)
      case 16:
        guard let last = all.last else { throw .damaged }
        all += [Int](repeating: last, count: 3 + (try take(2)))
      case 17: all += [Int](repeating: 0, count: 3 + (try take(3)))
      default: all += [Int](repeating: 0, count: 11 + (try take(7)))
      }
    }
    guard all.count == literals + distances, all[256] > 0 else { throw .damaged }
    return (try HuffmanCode(Array(all[..<literals])), try HuffmanCode(Array(all[literals...])))
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let lengths = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
    227, 258,
  ]
  private static let distanceBits = (0..<30).map { max(0, $0 / 2 - 1) }
  private static let distances = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073,
    4097, 6145, 8193, 12289, 16385, 24577,
  ]
  // RFC 1951 §3.2.6
  private static let fixed: (literals: HuffmanCode, distances: HuffmanCode) = {
    let literals = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
    // Both are complete codes.
    guard let long = try? HuffmanCode(literals), let short = try? HuffmanCode([Int](repeating: 5, count: 30))
    else { fatalError("the codes of RFC 1951 §3.2.6") }
    return (long, short)
  }()
}

/// A canonical Huffman code (RFC 1951 §3.2.2), as the lengths of its symbols say.
private struct HuffmanCode {
  static let mostBits = 15

  /// How many codes there are of each length.
  let counts: [Int]
  /// The symbols by length, then by value.
  let symbols: [Int]

  init(_ lengths: [Int]) throws(Inflate.Fault) {
    var counts = [Int](repeating: 0, count: Self.mostBits + 1)
    for length in lengths where length > 0 { counts[length] += 1 }
    var left = 1
    for length in 1...Self.mostBits {
      left = left << 1 - counts[length]
      guard left >= 0 else { throw .damaged }
    }
    self.counts = counts
    symbols = (1...Self.mostBits).flatMap { length in lengths.indices.filter { lengths[$0] == length } }
  }
}
