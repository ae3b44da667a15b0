import PostRoad

/// Finds out what a response means.
///
/// The rules, in this order:
///
/// 1. A response code other than NOERROR and NXDOMAIN is a `.failure`.
/// 2. The CNAME records of the answer section lead from the question's name to the last name of a chain, in whatever order they
///    are. Each is followed at most once, so that a loop ends; of several with one owner the first counts. A CNAME that was asked
///    for, by type CNAME or ANY, is not followed.
/// 3. NXDOMAIN is about the last name: `.nameError`, whatever else the response holds.
/// 4. Records of the answer section with the type that was asked for, and with the last name as their owner, are an `.answer`. Any
///    type will do for ANY.
/// 5. An SOA record in the authority section, of a zone that the last name is within, makes it `.noData`.
/// 6. With a chain of at least one link it is an `.alias`.
/// 7. The first NS record of the authority section decides. Its owner is the zone of a `.referral`, when it is below the
///    server's zone and the question's name is within it. It is that of an `.upwardReferral`, when the server's zone is within
///    it. Any other owner is `.lame`.
/// 8. Without NS records an authoritative response (AA) is `.noData`, and any other is `.lame`.
///
/// - Parameters:
///   - response: the response; its question section is not looked at.
///   - question: what was asked.
///   - zone: the zone whose server was asked.
/// - Returns: what the response means. Nothing is believed yet.
///
/// Source: [RFC 2308 §2](https://www.rfc-editor.org/rfc/rfc2308#section-2) and
/// [RFC 1034 §5.3.3](https://www.rfc-editor.org/rfc/rfc1034#section-5.3.3), step 4.
public func classify(
  _ response: DNS.Message, to question: DNS.Question, from zone: DNS.Name
) throws -> Resolver.ResponseKind {
  // TODO: 1. Did the server work at all?
  // TODO: 2. Which name is the rest about? An alias that was asked for is an answer, and a chain may be a loop.
  // TODO: 3. One response code says that the name does not exist.
  // TODO: 4. Is what was asked for there?
  // TODO: 5. No response code says NODATA. What does?
  // TODO: 6. Down, up or sideways: where do the NS records lead?
  throw NotStarted()
}
