import PostRoad
import TestSupport

/// A query that NSD and Knot were sent, and what NSD made of it.
public struct FrontDoorRecording: CheckDescribable, Sendable {
  public let query: DNS.Message
  public let edns: DNS.EDNS?
  /// The row as it was recorded.
  public let checkDescription: String
  /// `NOERROR` for what is admitted, `nothing`, or a response code.
  public let nsd: String

  public static let all: [FrontDoorRecording] = text.split(separator: "\n").map { row in
    let words = row.split(separator: " ").map(String.init)
    func number(_ index: Int) -> UInt16 { UInt16(words[index]) ?? 0 }
    let asked = DNS.Question(
      name: domain(words[3]), type: DNS.RecordType(rawValue: number(4)),
      recordClass: DNS.RecordClass(rawValue: number(5)))
    let header = DNS.Header(
      id: 0x1234, isResponse: words[0] == "1", opcode: DNS.Opcode(rawValue: UInt8(number(1))))
    return FrontDoorRecording(
      query: DNS.Message(header: header, questions: [DNS.Question](repeating: asked, count: Int(number(2)))),
      edns: UInt8(words[6]).map { DNS.EDNS(version: $0) }, checkDescription: String(row), nsd: words[7])
  }
}

/// `admitted postroad.example.`, `nothing`, or a response code.
public func admissionText(_ admission: DNS.Admission) -> String {
  switch admission {
  case .ignored: "nothing"
  case .rejected(let code): codeText(code)
  case .admitted(let origin): "admitted \(nameText(origin))"
  }
}
