import PostRoad

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The address that the C library reads in a text.
public func address(_ text: some StringProtocol) -> Resolver.Address {
  var octets = [UInt8](repeating: 0, count: 16)
  if inet_pton(AF_INET, String(text), &octets) == 1 {
    return .v4(DNS.IPv4Address(rawValue: octets[..<4].reduce(0) { $0 << 8 | UInt32($1) }))
  }
  guard inet_pton(AF_INET6, String(text), &octets) == 1 else { fatalError("no address: \(text)") }
  return .v6(DNS.IPv6Address(rawValue: octets.reduce(0) { $0 << 8 | UInt128($1) }))
}

/// An address as the C library prints it.
public func text(_ address: Resolver.Address) -> String {
  let octets: [UInt8] =
    switch address {
    case .v4(let v4):
      stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: v4.rawValue >> $0) }
    case .v6(let v6):
      stride(from: 120, through: 0, by: -8).map { UInt8(truncatingIfNeeded: v6.rawValue >> $0) }
    }
  var text = [CChar](repeating: 0, count: 64)
  inet_ntop(octets.count == 4 ? AF_INET : AF_INET6, octets, &text, 64)
  return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
