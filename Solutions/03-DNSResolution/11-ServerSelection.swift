import PostRoad

/// Asks the servers of a zone, until one of them helps.
///
/// Each address is asked over UDP, one after the other. Whoever is silent (`Resolver.NoReply`) is asked again, after all others that
/// are left, but at most `Resolver.maximumQueries` times over one transport. An address that is listed twice is one server.
///
/// A truncated response (TC) is not used, whatever is in it: the same address is asked at once over TCP, and from then on over TCP alone. A
/// response that is truncated over TCP does not help.
///
/// These responses, as `classify` understands them, help: `.answer`, `.alias`, `.nameError`, `.noData`, `.referral`. Whoever
/// sends another one is not asked again.
///
/// - Parameters:
///   - question: what to ask. A query is as in 3.7: the question, and zeros.
///   - delegation: the zone, and the addresses of its servers.
///   - exchange: the network.
/// - Returns: the first response that helps.
/// - Throws: `Resolver.ResolutionError.noServerHelped(zone:)` when nobody is left to be asked, and what the network throws other
///   than `Resolver.NoReply`.
///
/// Source: [RFC 9520 §3.1](https://www.rfc-editor.org/rfc/rfc9520#section-3.1),
/// [RFC 2181 §9](https://www.rfc-editor.org/rfc/rfc2181#section-9) (TC).
public func ask(
  _ question: DNS.Question, of delegation: Resolver.Delegation, exchange: Resolver.Exchange
) throws -> DNS.Message {
  // <write>
  let query = DNS.Message(header: DNS.Header(questionCount: 1), questions: [question])
  // 1. Who is to be asked, in which order? How often was each asked?
  var queue: [(server: Resolver.Server, asked: Int)] = []
  for address in delegation.addresses where !queue.contains(where: { $0.server.address == address }) {
    queue.append((Resolver.Server(address), 0))
  }
  // 2. Silence, a truncated response, one that helps, one that does not: who is asked next?
  while !queue.isEmpty {
    let (server, asked) = queue.removeFirst()
    do {
      let response = try exchange(query, server)
      if response.header.isTruncated {
        let again = Resolver.Server(server.address, over: .tcp)
        if server.transport == .udp { queue.insert((again, 0), at: 0) }
        continue
      }
      switch try classify(response, to: question, from: delegation.zone) {
      case .answer, .alias, .nameError, .noData, .referral: return response
      case .upwardReferral, .lame, .failure: continue
      }
    } catch is Resolver.NoReply {
      if asked + 1 < Resolver.maximumQueries { queue.append((server, asked + 1)) }
    }
  }
  throw Resolver.ResolutionError.noServerHelped(zone: delegation.zone)
  // </write>
}
