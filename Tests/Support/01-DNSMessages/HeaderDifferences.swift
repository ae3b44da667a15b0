import PostRoad

extension DNS.Header {
  /// One line for each field that differs, in the order of the wire: `AA is false, should be true`.
  public func differences(from expected: DNS.Header) -> [String] {
    zip(told, expected.told).compactMap { mine, other in
      mine.value == other.value ? nil : "\(mine.name) is \(mine.value), should be \(other.value)"
    }
  }

  /// Every field under its name in the RFC.
  private var told: [(name: String, value: String)] {
    [
      ("ID", "\(id)"), ("QR", "\(isResponse)"), ("OPCODE", "\(opcode.rawValue)"),
      ("AA", "\(isAuthoritative)"), ("TC", "\(isTruncated)"), ("RD", "\(recursionDesired)"),
      ("RA", "\(recursionAvailable)"), ("Z", "\(reservedBit)"), ("AD", "\(isAuthenticData)"),
      ("CD", "\(checkingDisabled)"), ("RCODE", "\(responseCode.rawValue)"),
      ("QDCOUNT", "\(questionCount)"), ("ANCOUNT", "\(answerCount)"),
      ("NSCOUNT", "\(authorityCount)"), ("ARCOUNT", "\(additionalCount)"),
    ]
  }
}
