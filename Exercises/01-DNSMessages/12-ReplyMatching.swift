import PostRoad

/// Gives each letter of a name a case by chance, so that a reply that copies it proves that its sender saw the query.
///
/// - Parameters:
///   - name: the name that is to be asked for.
///   - random: where the chance comes from. Each letter A to Z or a to z takes a bit of its own, nothing else takes one; a call of
///     `next()` may serve up to 64 letters.
/// - Returns: the same name, each letter in upper or lower case with equal chance, whatever its case was and the others get; every
///   other octet as it was. No name is refused.
///
/// Source: [RFC 5452 §4](https://www.rfc-editor.org/rfc/rfc5452#section-4) tells what a forger has to guess;
/// [RFC 4343 §3](https://www.rfc-editor.org/rfc/rfc4343#section-3) says what a letter is.
public func mixCase(
  _ name: DNS.Name, using random: inout some RandomNumberGenerator
) throws -> DNS.Name {
  // TODO: 1. Octets that are no ASCII letters have no case.
  throw NotStarted()
}

/// Judges whether a message is the reply to a query, by everything that the two have in common.
///
/// - Parameters:
///   - reply: the message that came in, from the address and port that were asked; those are compared by the caller.
///   - query: the message that was sent.
/// - Returns: `.matches`, or the first of these that applies: `.notAResponse`, `.otherID`, `.otherOpcode`;
///   `.otherQuestion` when the question sections differ in their number of entries, or an entry from the one at its place in its name
///   (compared without case), type or class; `.otherCase` when one of the names differs in the case of a letter. Nothing else is
///   compared, the counts of the headers neither.
///
/// Source: [RFC 5452 §9.1](https://www.rfc-editor.org/rfc/rfc5452#section-9.1) and
/// [RFC 1035 §7.3](https://www.rfc-editor.org/rfc/rfc1035#section-7.3).
public func judgeReply(_ reply: DNS.Message, to query: DNS.Message) throws -> DNS.ReplyVerdict {
  // TODO: 2. The header first: a response, with our ID and our opcode.
  // TODO: 3. Then what was asked. Names are equal without regard to case.
  // TODO: 4. Then the case, of all names.
  throw NotStarted()
}
