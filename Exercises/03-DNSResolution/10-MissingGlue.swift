import PostRoad

/// Walks down as `iterate` does, and finds the addresses that a referral leaves out.
///
/// The servers of a referral's zone that have glue are asked first, in the order of the additional section. Only when none of them helps,
/// the other names are looked up, in the order of the NS records, each once; whatever addresses a name has are asked before the next name is
/// looked up. A name is looked up from `start` in this same way: A first, and AAAA when, and only when, the response has no A records of
/// the name, whatever its code. Its addresses are the records of the answer section with its name and the type that was asked for: an AAAA record in a response to A is
/// not used. Where that finds nothing, or `Resolver.ResolutionError` is thrown, the name has no addresses. An alias is not followed: the
/// name of a server must not be one.
///
/// Three kinds of names are not looked up:
/// - those within the referral's own zone, since the way to them leads through themselves;
/// - those that are being looked up already, which would be a cycle;
/// - any, once `Resolver.maximumNesting` names are being looked up.
///
/// - Parameters:
///   - question: what to look for.
///   - start: the zone to begin with, and the addresses of its servers.
///   - exchange: the network.
/// - Returns: the response that ended the walk, and the zone whose server sent it.
/// - Throws: `Resolver.ResolutionError.noServerHelped(zone:)` for the zone where nobody is left to be asked, and what the network
///   throws other than `Resolver.NoReply`.
///
/// Source: [RFC 1034 §5.3.3](https://www.rfc-editor.org/rfc/rfc1034#section-5.3.3),
/// [RFC 9471 §2](https://www.rfc-editor.org/rfc/rfc9471#section-2),
/// [RFC 2181 §10.3](https://www.rfc-editor.org/rfc/rfc2181#section-10.3) (no aliases).
public func resolveWithoutGlue(
  _ question: DNS.Question, from start: Resolver.Delegation, exchange: Resolver.Exchange
) throws -> Resolver.Finding {
  // TODO: 1. Begin the walk. Which names are being looked up?
  throw NotStarted()
}

// TODO: 2. The walk of 3.7, which now has names left when it runs out of addresses.
// TODO: 3. A name is looked up by a walk of its own.
// TODO: 4. The addresses in a list of records.
