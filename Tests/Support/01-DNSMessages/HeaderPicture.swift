import PostRoad

/// A second reader and writer of headers, made to differ: it lays a header out as the 96 bits of RFC 6895 §2's
/// picture, left to right, and knows neither shifts nor masks.
public enum HeaderPicture {
  /// The header in the first twelve bytes of a message.
  public static func read(_ message: [UInt8]) -> DNS.Header {
    let bits = message.prefix(DNS.Header.length).flatMap { digits(Int($0), width: 8) }
    func number(_ columns: Range<Int>) -> Int { bits[columns].reduce(0) { $0 * 2 + $1 } }
    func flag(_ column: Int) -> Bool { bits[column] == 1 }
    // The second word of the picture starts at column 16.
    return DNS.Header(
      id: UInt16(number(0..<16)), isResponse: flag(16), opcode: DNS.Opcode(rawValue: UInt8(number(17..<21))),
      isAuthoritative: flag(21), isTruncated: flag(22), recursionDesired: flag(23),
      recursionAvailable: flag(24), reservedBit: flag(25), isAuthenticData: flag(26),
      checkingDisabled: flag(27), responseCode: DNS.ResponseCode(rawValue: UInt16(number(28..<32))),
      questionCount: UInt16(number(32..<48)), answerCount: UInt16(number(48..<64)),
      authorityCount: UInt16(number(64..<80)), additionalCount: UInt16(number(80..<96)))
  }

  /// The bytes of a header whose opcode and response code fit into four bits each.
  public static func bytes(of header: DNS.Header) -> [UInt8] {
    func digit(_ flag: Bool) -> [Int] { [flag ? 1 : 0] }
    func word(_ value: UInt16) -> [Int] { digits(Int(value), width: 16) }
    var bits = word(header.id) + digit(header.isResponse)
    bits += digits(Int(header.opcode.rawValue), width: 4)
    bits += digit(header.isAuthoritative) + digit(header.isTruncated) + digit(header.recursionDesired)
    bits += digit(header.recursionAvailable) + digit(header.reservedBit)
    bits += digit(header.isAuthenticData) + digit(header.checkingDisabled)
    bits += digits(Int(header.responseCode.rawValue), width: 4)
    bits += word(header.questionCount) + word(header.answerCount)
    bits += word(header.authorityCount) + word(header.additionalCount)
    return stride(from: 0, to: bits.count, by: 8).map { start in
      UInt8(bits[start..<start + 8].reduce(0) { $0 * 2 + $1 })
    }
  }

  /// The binary digits of a number, the highest first.
  private static func digits(_ number: Int, width: Int) -> [Int] {
    var rest = number
    var digits: [Int] = []
    for _ in 0..<width {
      digits.append(rest % 2)
      rest /= 2
    }
    return digits.reversed()
  }
}
