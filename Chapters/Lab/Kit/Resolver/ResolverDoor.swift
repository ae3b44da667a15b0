import DNSAuthority
import DNSMessages
import PostRoad

/// What a resolver does with a message before it looks for anything, and how its replies leave.
///
/// | | |
/// |---|---|
/// | 1.9, 1.13 | the message is read, with its EDNS |
/// | 2.10 | how a refusal looks |
/// | 2.9, 1.11 | what fits is written |
package enum ResolverDoor {
  package enum Verdict: Sendable {
    /// It is a response, or too short to be answered.
    case silent
    case refused([UInt8])
    case query(DNS.Message, DNS.EDNS?)
  }

  /// The most octets of a message over TCP: two octets tell its length (RFC 1035 §4.2.2).
  private static let streamLimit = 65_535

  /// - Throws: what an exercise throws that is not solved. Nothing that a client sends makes it throw.
  package static func admit(_ octets: [UInt8]) throws -> Verdict {
    let query: DNS.Message
    do { query = try parseMessage(octets) } catch let error as NotStarted { throw error } catch {
      return try formatError(octets)
    }
    // A response is never answered, or two servers would talk for ever.
    guard !query.header.isResponse else { return .silent }
    let edns: DNS.EDNS?
    do { edns = try readEDNS(query) } catch is DNS.EDNSError { return try formatError(octets) }
    // RFC 6891 §6.1.3.
    guard let edns, edns.version > 0 else { return .query(query, edns) }
    let refusal = try response(
      to: query, with: DNS.AuthorityReply(responseCode: .badVersion), edns: edns,
      payloadSize: Authority.payloadSize)
    return .refused(try encodeMessage(refusal))
  }

  /// FORMERR, as far as the header can be read.
  private static func formatError(_ octets: [UInt8]) throws -> Verdict {
    guard octets.count >= 12 else { return .silent }
    let asked = try parseHeader(octets)
    guard !asked.isResponse else { return .silent }
    return .refused(
      try encodeMessage(
        DNS.Message(
          header: DNS.Header(
            id: asked.id, isResponse: true, opcode: asked.opcode, recursionDesired: asked.recursionDesired,
            recursionAvailable: true, responseCode: .formatError))))
  }

  /// A reply as it leaves: with EDNS for whoever has it, and cut to what a datagram may have.
  package static func octets(
    of reply: DNS.Message, edns: DNS.EDNS?, over transport: Socket.Transport
  ) throws -> [UInt8] {
    var reply = reply
    if let edns {
      reply.additionals.append(
        try makeOPT(DNS.EDNS(payloadSize: Authority.payloadSize, dnssecOK: edns.dnssecOK)))
    }
    let limit =
      transport == .tcp
      ? streamLimit : try payloadLimit(offered: edns?.payloadSize, maximum: Authority.payloadSize)
    return try FittedMessage.octets(of: reply, limit: limit)
  }
}
