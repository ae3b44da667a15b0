import PostRoad
import TestSupport

/// A header as a failure shows it: `ID 0x1234, QR, OPCODE 0, AA, RCODE 0, counts 1 3 0 0`, the flags that are set alone.
public struct HeaderFields: Equatable, CheckDescribable, Sendable {
  public var header: DNS.Header

  public init(_ header: DNS.Header) { self.header = header }

  public var checkDescription: String {
    func flag(_ isSet: Bool, _ name: String) -> [String] { isSet ? [name] : [] }
    let id = hex([UInt8(header.id >> 8), UInt8(header.id & 0xFF)]).filter { $0 != " " }
    var parts = ["ID 0x\(id)"] + flag(header.isResponse, "QR") + ["OPCODE \(header.opcode.rawValue)"]
    parts +=
      flag(header.isAuthoritative, "AA") + flag(header.isTruncated, "TC")
      + flag(header.recursionDesired, "RD")
    parts += flag(header.recursionAvailable, "RA") + flag(header.reservedBit, "Z")
    parts += flag(header.isAuthenticData, "AD") + flag(header.checkingDisabled, "CD")
    parts += ["RCODE \(header.responseCode.rawValue)"]
    let counts = [header.questionCount, header.answerCount, header.authorityCount, header.additionalCount]
    return (parts + ["counts \(counts.map(String.init).joined(separator: " "))"]).joined(separator: ", ")
  }
}
