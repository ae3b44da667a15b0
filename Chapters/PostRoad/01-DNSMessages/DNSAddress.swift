extension DNS {
  /// An IPv4 address, 32 bits.
  public struct IPv4Address: RawRepresentable, Hashable, Sendable {
    /// 192.0.2.80 is 0xC0000250: the first octet is the highest.
    public let rawValue: UInt32

    /// The address of these 32 bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }
  }

  /// An IPv6 address, 128 bits.
  public struct IPv6Address: RawRepresentable, Hashable, Sendable {
    /// 2001:db8::80 is 0x20010DB8000000000000000000000080: the first group of sixteen bits is the highest.
    public let rawValue: UInt128

    /// The address of these 128 bits.
    public init(rawValue: UInt128) { self.rawValue = rawValue }
  }

  /// A text that is no address.
  public enum AddressError: Error, Hashable, Sendable {
    /// Not four numbers from 0 to 255 with dots between them.
    case notIPv4(String)
    /// None of the three forms of RFC 4291 §2.2.
    case notIPv6(String)
  }
}
