import PostRoad
import TestSupport

extension DNS.ZoneEntry {
  /// `3: www A` or, where the line begins with a blank, `4 blank: TXT "a b"`; an escaped octet is `\2e`, one that cannot be printed
  /// `<0d>`.
  public var entryText: String {
    "\(line)\(beginsWithBlank ? " blank" : ""): " + tokens.map(\.tokenText).joined(separator: " ")
  }
}

extension DNS.ZoneToken {
  public var tokenText: String {
    let text = characters.map { character in
      let digits = hex([character.octet])
      if character.isEscaped { return "\\" + digits }
      return (0x20...0x7E).contains(character.octet) ? String(UnicodeScalar(character.octet)) : "<\(digits)>"
    }
    return isQuoted ? "\"\(text.joined())\"" : text.joined()
  }
}

/// The example of RFC 1035 §5.3, without the $INCLUDE at its end.
public let isiZone1035 = #"""
  @   IN  SOA     VENERA      Action\.domains (
                                   20     ; SERIAL
                                   7200   ; REFRESH
                                   600    ; RETRY
                                   3600000; EXPIRE
                                   60)    ; MINIMUM

          NS      A.ISI.EDU.
          NS      VENERA
          NS      VAXA
          MX      10      VENERA
          MX      20      VAXA

  A       A       26.3.0.103

  VENERA  A       10.1.0.52
          A       128.9.0.32

  VAXA    A       10.2.0.27
          A       128.9.0.33
  """#
