import DNSAuthoritySupport
import DNSMessages
import Foundation
import LabKit
import PostRoad
import Testing

/// Datagrams that nobody would send: none ends an authority, and both engines say the same. `POSTROAD_FUZZ=1000000` is the number of
/// them in the benchmark.
@Suite struct AuthorityFuzzTests {
  // RFC 9267: what a server must withstand.
  @Test func `no datagram ends it, and every answer can be read`() throws {
    let count = Int(ProcessInfo.processInfo.environment["POSTROAD_FUZZ"] ?? "") ?? 2_000
    var datagrams = try Datagrams(seed: 53)
    var engines = try AuthorityEngines([AuthorityRecording.records])
    var faults: [String] = []
    var codes: [UInt16: Int] = [:]
    for _ in 0..<count {
      let octets = datagrams.next()
      let transport: Socket.Transport = octets.count % 8 == 0 ? .tcp : .udp
      if let difference = try engines.difference(octets, over: transport) { faults.append(difference) }
      guard let answer = try engines.composed.answer(to: octets, over: transport) else {
        codes[.max, default: 0] += 1
        continue
      }
      let message = try parseMessage(answer)
      codes[message.header.responseCode.rawValue, default: 0] += 1
      let isRight =
        message.header.isResponse && answer.prefix(2) == octets.prefix(2)
        && (transport == .tcp || answer.count <= Int(Authority.payloadSize))
      if !isRight { faults.append("a wrong answer to \(octets)") }
    }
    #expect(faults.prefix(3) == [])
    // Every kind of end was met: silence, answers, FORMERR, NXDOMAIN, NOTIMP, REFUSED.
    for code in [.max, 0, 1, 3, 4, 5] as [UInt16] {
      #expect(codes[code, default: 0] > count / 200, "\(code): \(codes)")
    }
  }
}

/// Queries about a zone, and what becomes of them on a bad road.
private struct Datagrams {
  private var random: SeededRandom
  private let names: [DNS.Name]
  private static let types: [UInt16] = [1, 2, 5, 6, 12, 15, 16, 28, 33, 43, 252, 255, 65_280]

  init(seed: UInt64) throws {
    random = SeededRandom(seed: seed)
    names = try AuthorityRecording.all.map { try parseName(String($0.asked.split(separator: " ")[0])) }
  }

  mutating func next() -> [UInt8] {
    switch Int.random(in: 0..<20, using: &random) {
    case 0: return noise(0...80)
    case 1: return Array(query().prefix(Int.random(in: 0...60, using: &random)))
    case 2: return query() + noise(1...600)
    case 3..<9: return changed(query())
    default: return query()
    }
  }

  private mutating func query() -> [UInt8] {
    var name = names.randomElement(using: &random) ?? .root
    if Int.random(in: 0..<4, using: &random) == 0 { name = DNS.Name(labels: [noise(1...63)] + name.labels) }
    if Int.random(in: 0..<8, using: &random) == 0 { name = DNS.Name(labels: name.labels.dropLast()) }
    var message = DNS.Message(
      header: DNS.Header(id: random.next(), recursionDesired: Bool.random(using: &random)),
      questions: [
        DNS.Question(
          name: (try? mixCase(name, using: &random)) ?? name,
          type: DNS.RecordType(rawValue: Self.types.randomElement(using: &random) ?? 1))
      ])
    if Bool.random(using: &random) {
      let option = DNS.EDNS.Option(code: random.next(), data: noise(0...20))
      let edns = DNS.EDNS(
        payloadSize: random.next(), dnssecOK: Bool.random(using: &random),
        options: Bool.random(using: &random) ? [] : [option])
      message.additionals = (try? [makeOPT(edns)]) ?? []
    }
    return (try? encodeMessage(message)) ?? []
  }

  /// One octet in the header, or some anywhere.
  private mutating func changed(_ octets: [UInt8]) -> [UInt8] {
    guard !octets.isEmpty else { return octets }
    var octets = octets
    let isHeader = Bool.random(using: &random)
    for _ in 0..<(isHeader ? 1 : Int.random(in: 1...5, using: &random)) {
      let place = Int.random(in: 0..<(isHeader ? min(12, octets.count) : octets.count), using: &random)
      octets[place] =
        Bool.random(using: &random)
        ? random.next() : octets[place] ^ (1 << UInt8.random(in: 0..<8, using: &random))
    }
    return octets
  }

  private mutating func noise(_ count: ClosedRange<Int>) -> [UInt8] {
    (0..<Int.random(in: count, using: &random)).map { _ in random.next() }
  }
}
