import PostRoad

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The name of these labels; the text has no escapes, and a dot at its end changes nothing.
public func plainName(_ text: String) -> DNS.Name {
  DNS.Name(labels: text.split(separator: ".").map { Array($0.utf8) })
}

/// A name as dnspython and dig print it.
public func plainText(_ name: DNS.Name) -> String {
  name.labels.isEmpty ? "." : name.labels.map { escaped($0, quoting: #"".;\@$()"#) + "." }.joined()
}

/// Octets as text: a backslash before those of `quoting`, three decimal digits for what cannot be printed.
private func escaped(_ octets: [UInt8], quoting: String, space: Bool = false) -> String {
  octets.map { octet in
    let character = Character(UnicodeScalar(octet))
    if quoting.contains(character) { return "\\\(character)" }
    if octet > 0x20 && octet < 0x7F || space && octet == 0x20 { return String(character) }
    return "\\" + String(1000 + Int(octet)).dropFirst()
  }.joined()
}

/// A character string as dnspython and dig print it, in quotes.
public func plainString(_ octets: [UInt8]) -> String {
  "\"" + escaped(octets, quoting: #""\"#, space: true) + "\""
}

/// The octets of an address as the C library prints them.
public func plainAddress(_ octets: [UInt8]) -> String {
  var text = [CChar](repeating: 0, count: 64)
  inet_ntop(octets.count == 4 ? AF_INET : AF_INET6, octets, &text, 64)
  return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// The octets of the address that the C library reads in a text, or nil where it reads none.
public func plainOctets(_ text: String) -> [UInt8]? {
  for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
    var octets = [UInt8](repeating: 0, count: count)
    if inet_pton(family, text, &octets) == 1 { return octets }
  }
  return nil
}

/// The octets of a number, the highest first.
public func plainOctets<Number: FixedWidthInteger>(of number: Number) -> [UInt8] {
  stride(from: Number.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
}
