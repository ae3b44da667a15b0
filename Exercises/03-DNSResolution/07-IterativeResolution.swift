import PostRoad

/// Walks from a zone's servers down to those that know the answer.
///
/// Each query has the whole question, and asks for no recursion: apart from the question everything in it is zero or empty; the counts of its
/// header are not looked at. The
/// servers of a zone are asked one after the other, over UDP, until one helps. These responses, as `classify` understands them, end the walk:
/// `.answer`, `.alias`, `.nameError`, `.noData`. A `.referral` leads to another zone, whose servers are asked from then on, and
/// nobody else. After anything else, and where no reply comes (`Resolver.NoReply`), the next server is asked.
///
/// The servers of a referral's zone have the addresses in its additional section, A and AAAA, whose owners are named by the NS
/// records of that zone. They are asked in the order of that section.
///
/// - Parameters:
///   - question: what to look for.
///   - start: the zone to begin with, and the addresses of its servers: the root's, where nothing else is known.
///   - exchange: the network.
/// - Returns: the response that ended the walk, and the zone whose server sent it.
/// - Throws: `Resolver.ResolutionError.noServerHelped(zone:)` for the zone where nobody is left to be asked, and what the network
///   throws other than `Resolver.NoReply`.
///
/// Source: [RFC 1034 §5.3.3](https://www.rfc-editor.org/rfc/rfc1034#section-5.3.3).
public func iterate(
  _ question: DNS.Question, from start: Resolver.Delegation, exchange: Resolver.Exchange
) throws -> Resolver.Finding {
  // TODO: 1. What does an iterative query say?
  // TODO: 2. Ask one server after the other. Which errors mean that the next one has to be asked?
  throw NotStarted()
}

// TODO: 3. Where are the servers of a referral's zone?
