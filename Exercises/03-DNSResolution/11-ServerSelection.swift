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
  // TODO: 1. Who is to be asked, in which order? How often was each asked?
  // TODO: 2. Silence, a truncated response, one that helps, one that does not: who is asked next?
  throw NotStarted()
}
