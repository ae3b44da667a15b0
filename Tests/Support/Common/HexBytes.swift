/// The bytes that a text of hexadecimal digits tells; spaces and line ends in it only help the eye.
public func bytes(hex text: String) -> [UInt8] {
  let digits = text.filter { !$0.isWhitespace }.map { digit in
    guard let value = digit.hexDigitValue else { fatalError("not a hexadecimal digit: \(digit)") }
    return UInt8(value)
  }
  precondition(digits.count.isMultiple(of: 2), "half a byte is left over in \(text)")
  return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

/// Bytes as a text for failures: `12 34 84 00`.
public func hex(_ bytes: [UInt8]) -> String {
  bytes.map { byte in
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }.joined(separator: " ")
}
