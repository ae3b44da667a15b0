import PostRoad

/// Lists the fields with their widths, packs them into one number of 96 bits, and cuts it into bytes at the end.
public func encodeHeader(_ header: DNS.Header) throws -> [UInt8] {
  guard header.opcode.rawValue <= DNS.Opcode.maximumRawValue else {
    throw DNS.MessageError.opcodeTooLarge(header.opcode)
  }
  guard header.responseCode.rawValue <= DNS.ResponseCode.maximumRawValueInHeader else {
    throw DNS.MessageError.responseCodeTooLarge(header.responseCode)
  }
  func flag(_ isSet: Bool) -> (value: UInt16, width: Int) { (isSet ? 1 : 0, 1) }
  let fields: [(value: UInt16, width: Int)] = [
    (header.id, 16),
    flag(header.isResponse), (UInt16(header.opcode.rawValue), 4), flag(header.isAuthoritative),
    flag(header.isTruncated), flag(header.recursionDesired), flag(header.recursionAvailable),
    flag(header.reservedBit), flag(header.isAuthenticData), flag(header.checkingDisabled),
    (header.responseCode.rawValue, 4),
    (header.questionCount, 16), (header.answerCount, 16), (header.authorityCount, 16),
    (header.additionalCount, 16),
  ]
  let number = fields.reduce(UInt128(0)) { $0 << $1.width | UInt128($1.value) }
  return (1...DNS.Header.length).map { UInt8(truncatingIfNeeded: number >> (8 * (DNS.Header.length - $0))) }
}
