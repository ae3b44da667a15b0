import PostRoad
import TestSupport

/// A word of a zone file, written in one of the ways that RFC 1035 §5.1 allows: with quotes or without, with an escape where one is
/// needed, and now and then where none is.
public struct WrittenWord {
  public private(set) var written: [UInt8] = []
  /// The word in the form of `DNS.ZoneToken.tokenText`.
  public private(set) var told = ""

  public init(_ octets: [UInt8], using random: inout some RandomNumberGenerator) {
    let isQuoted = Bool.random(using: &random)
    for octet in octets {
      let needed = isQuoted ? "\"\\\n" : " \t\r\n\"\\;()"
      let isEscaped = needed.utf8.contains(octet) || Int.random(in: 0..<4, using: &random) == 0
      let isDigit = (0x30...0x39).contains(octet)
      if !isEscaped {
        written.append(octet)
      } else if isDigit || octet == 0x0A || Bool.random(using: &random) {
        written += Array("\\".utf8) + Array(String(1000 + Int(octet)).utf8.dropFirst())
      } else {
        written += [0x5C, octet]
      }
      told += DNS.ZoneToken([DNS.ZoneCharacter(octet, isEscaped: isEscaped)]).tokenText
    }
    if isQuoted {
      written = [0x22] + written + [0x22]
      told = "\"\(told)\""
    }
  }
}
