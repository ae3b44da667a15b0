import PostRoad

/// Takes from a response what its sender may say about the question, and nothing else.
///
/// Records whose owner is not within the server's zone are left out of the answer and authority sections, and so are those of another
/// class than the question's. What is left is understood as `classify` does it; but a negative answer about a name outside of the
/// zone is no more than an `.alias` of that name. Of what is left these records are kept:
///
/// | kind | kept |
/// |---|---|
/// | `.answer`, `.alias` | the chain from the question, in its order; then, for `.answer`, the records that were asked for |
/// | `.nameError`, `.noData` | the chain, and the first SOA record of a zone that the last name is within |
/// | `.referral` | the NS records of its zone; of the additional section the A and AAAA records of the servers that these name, where the owner is within the server's zone and the class is the question's |
/// | any other | nothing |
///
/// A chain is as in 3.2: each CNAME record at most once, of several with one owner the first, and none when type CNAME or ANY was asked for.
///
/// - Parameters:
///   - response: the response.
///   - question: what was asked.
///   - zone: the zone whose server was asked. The question's name is within it.
///
/// Source: [RFC 2181 §5.4.1](https://www.rfc-editor.org/rfc/rfc2181#section-5.4.1),
/// [RFC 5452 §6](https://www.rfc-editor.org/rfc/rfc5452#section-6).
public func accept(
  _ response: DNS.Message, to question: DNS.Question, from zone: DNS.Name
) throws -> Resolver.Accepted {
  // TODO: 1. Leave out what the sender has no say in.
  // TODO: 2. What does it mean now?
  // TODO: 3. Keep what belongs to that, and only that.
  throw NotStarted()
}

// TODO: 4. The links from the question's name to the last name.
