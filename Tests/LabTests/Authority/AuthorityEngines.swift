import DNSMessages
import LabKit
import PostRoad

/// The composed and the compiled engine over the same zones, which have to say the same.
struct AuthorityEngines {
  let composed: Authority
  private(set) var compiled: CompiledAuthority
  /// The way in which the next question is put.
  private var turn = 0

  /// - Parameter zones: the records of each, with one SOA record at its origin.
  init(_ zones: [[DNS.ResourceRecord]]) throws {
    composed = Authority(
      zones: try zones.map { records in
        try ZoneFile.tree(of: records)
      })
    compiled = try CompiledAuthority(composed, records: zones.flatMap(\.self))
  }

  /// What is different, in words; nil where nothing is.
  mutating func difference(_ query: [UInt8], over transport: Socket.Transport) throws -> String? {
    let wanted = try composed.answer(to: query, over: transport)
    let got = try compiled.answer(to: query, over: transport)
    return got == wanted
      ? nil : "\(transport) \(hex(query))\n  composed \(hex(wanted))\n  compiled \(hex(got))"
  }

  /// The differences where a question is put plainly, for which its answer is compiled, and in one of the other ways in turn: with EDNS of some size, with a cookie, in
  /// mixed case, over TCP.
  mutating func differences(_ question: DNS.Question) throws -> [String] {
    turn += 1
    var random = SeededRandom(seed: UInt64(turn))
    var mixed = question
    mixed.name = try mixCase(question.name, using: &random)
    let cookie = DNS.EDNS.Option(code: DNS.EDNS.Option.cookie, data: [1, 2, 3, 4, 5, 6, 7, 8])
    let extensions = [
      DNS.EDNS(), DNS.EDNS(payloadSize: 0, dnssecOK: true), DNS.EDNS(payloadSize: 4_096, options: [cookie]),
    ]
    let plain = DNS.Message(
      header: DNS.Header(id: random.next(), recursionDesired: true), questions: [question])
    let other = DNS.Message(
      header: DNS.Header(id: random.next()), questions: [mixed],
      additionals: [try makeOPT(extensions[turn % extensions.count])])
    return [
      try difference(encodeMessage(plain), over: .udp),
      try difference(encodeMessage(other), over: turn % 4 == 0 ? .tcp : .udp),
    ].compactMap(\.self)
  }

  private func hex(_ octets: [UInt8]?) -> String {
    octets.map { $0.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() } ?? "nothing"
  }
}
