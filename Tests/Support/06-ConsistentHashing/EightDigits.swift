/// A 32-bit hash as it is published: eight hexadecimal digits.
public func eightDigits(_ hash: UInt32) -> String {
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 8 - digits.count) + digits
}
