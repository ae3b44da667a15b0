import DNSAuthority
import DNSMessages
import PostRoad

/// An authoritative name server out of the exercises of chapters 1 and 2: octets in, octets out.
///
/// | | |
/// |---|---|
/// | 1.9, 1.13 | the query is read, with its EDNS |
/// | 2.10 | is it for us, and how does the whole response look |
/// | 2.1 to 2.6 | the zone's reply: answer, nothing, referral, wildcard, alias, additional data |
/// | 2.9, 1.11 | what fits is written |
package struct Authority: AuthorityEngine, Sendable {
  /// The octets that we take in one datagram, and the most that we send in one: what hardly any network cuts
  /// (RFC 9715 §3.1 has 1,400; this is the number of DNS flag day 2020).
  package static let payloadSize: UInt16 = 1_232
  /// The most octets of a message over TCP: two octets tell its length (RFC 1035 §4.2.2).
  private static let streamLimit = 65_535

  private let zones: [DNS.Name: ZoneTree]
  private let origins: [DNS.Name]
  let payloadSize: UInt16

  package init(zones: [ZoneTree], payloadSize: UInt16 = Self.payloadSize) {
    self.zones = Dictionary(zones.map { ($0.origin, $0) }) { first, _ in first }
    origins = Array(self.zones.keys)
    self.payloadSize = payloadSize
  }

  package func answer(to octets: [UInt8], over transport: Socket.Transport) throws -> [UInt8]? {
    let query: DNS.Message
    do {
      query = try parseMessage(octets)
    } catch let error as NotStarted {
      throw error
    } catch {
      return try refusal(of: octets)
    }
    let edns: DNS.EDNS?
    do {
      edns = try readEDNS(query)
    } catch is DNS.EDNSError {
      return try refusal(of: octets)
    }
    let reply: DNS.AuthorityReply
    switch try admit(query, edns: edns, origins: origins) {
    case .ignored: return nil
    case .rejected(let code): reply = DNS.AuthorityReply(responseCode: code)
    case .admitted(let origin):
      guard let zone = zones[origin], let question = query.questions.first else { return nil }
      reply = try DNSAuthority.reply(to: question, in: zone)
    }
    let whole = try response(to: query, with: reply, edns: edns, payloadSize: payloadSize)
    let limit = try limit(offered: edns?.payloadSize, over: transport)
    return try FittedMessage.octets(of: whole, limit: limit)
  }

  /// The most octets of a response.
  func limit(offered: UInt16?, over transport: Socket.Transport) throws -> Int {
    try transport == .udp ? payloadLimit(offered: offered, maximum: payloadSize) : Self.streamLimit
  }

  /// FORMERR to what cannot be read, as far as its header can; nothing to a response, or without a header.
  private func refusal(of octets: [UInt8]) throws -> [UInt8]? {
    guard octets.count >= 12 else { return nil }
    let asked = try parseHeader(octets)
    guard !asked.isResponse else { return nil }
    return try encodeMessage(
      DNS.Message(
        header: DNS.Header(
          id: asked.id, isResponse: true, opcode: asked.opcode, recursionDesired: asked.recursionDesired,
          responseCode: .formatError)))
  }
}
