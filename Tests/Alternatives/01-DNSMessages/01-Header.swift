import PostRoad

/// Reads the twelve bytes as one number of 96 bits and takes the fields off its high end, each by its width.
public func parseHeader(_ message: [UInt8]) throws -> DNS.Header {
  let bytes = message.prefix(DNS.Header.length)
  guard bytes.count == DNS.Header.length else { throw DNS.MessageError.truncated(at: message.count) }
  let number = bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
  var left = 8 * DNS.Header.length
  func take(_ width: Int) -> UInt16 {
    left -= width
    return UInt16(truncatingIfNeeded: number >> left & (1 << width - 1))
  }
  // The fields come in the order of the wire.
  var header = DNS.Header(id: take(16))
  header.isResponse = take(1) == 1
  header.opcode = DNS.Opcode(rawValue: UInt8(take(4)))
  header.isAuthoritative = take(1) == 1
  header.isTruncated = take(1) == 1
  header.recursionDesired = take(1) == 1
  header.recursionAvailable = take(1) == 1
  header.reservedBit = take(1) == 1
  header.isAuthenticData = take(1) == 1
  header.checkingDisabled = take(1) == 1
  header.responseCode = DNS.ResponseCode(rawValue: take(4))
  header.questionCount = take(16)
  header.answerCount = take(16)
  header.authorityCount = take(16)
  header.additionalCount = take(16)
  return header
}
