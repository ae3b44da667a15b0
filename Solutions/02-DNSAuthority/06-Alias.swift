import PostRoad

/// The reply of a zone's authority to a question: delegations, wildcards and aliases included.
///
/// A name with a CNAME record is an alias. Unless CNAME itself is asked, or the name has records of the asked type, the CNAME record goes into
/// the answer section, and its target is looked up in the name's place, and so on. The target may be below a cut, in a
/// wildcard's reach, or an alias itself.
///
/// - Parameters:
///   - question: the name and the type that are asked for.
///   - zone: the zone that is to answer.
/// - Returns: where the question's name is no alias: `referral(for:in:)`, or else `wildcardAnswer(to:in:)` with
///   `additionalData(for:in:)`. Where it is: AA, the CNAME records in the order in which they were followed, and
///   - a target outside of the zone, or one that was looked up already: NOERROR, and nothing more;
///   - a target below a cut: the referral's authorities and additionals, NOERROR;
///   - any other target: the response code, answers and authorities that its own question would get
///     ([RFC 6604 §3](https://www.rfc-editor.org/rfc/rfc6604#section-3)), and the additional data of all answers.
///
/// Source: [RFC 1034 §4.3.2](https://www.rfc-editor.org/rfc/rfc1034#section-4.3.2), step 3a.
public func reply(to question: DNS.Question, in zone: ZoneTree) throws -> DNS.AuthorityReply {
  // <write>
  var asked = question
  var chain: [DNS.ResourceRecord] = []
  var lookedUp: Set<DNS.Name> = []
  // 1. A target is asked about like the name before it.
  // 2. Mind what ends a chain: an answer, nothing, a cut, the zone's border, a circle.
  while true {
    lookedUp.insert(asked.name)
    if var referral = try referral(for: asked, in: zone) {
      referral.isAuthoritative = !chain.isEmpty
      referral.answers = chain
      return referral
    }
    var reply = try wildcardAnswer(to: asked, in: zone)
    guard reply.responseCode == .noError, reply.answers.isEmpty,
      let alias = try matchingRecords(for: asked.name, in: zone)?.first(where: { $0.type == .cname }),
      case .cname(let target) = alias.data
    else {
      reply.answers = chain + reply.answers
      reply.additionals = try additionalData(for: reply.answers, in: zone)
      return reply
    }
    chain.append(alias)
    guard try isAtOrBelow(target, zone.origin), !lookedUp.contains(target) else {
      return DNS.AuthorityReply(isAuthoritative: true, answers: chain)
    }
    asked.name = target
  }
  // </write>
}
