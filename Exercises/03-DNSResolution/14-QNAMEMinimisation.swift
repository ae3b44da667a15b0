import PostRoad

/// Finds the next name to ask for, on the way from a name that is known to the whole one.
///
/// It has more of the whole name's labels than the known name has. How many more depends on how many queries were sent before:
///
/// | sent before | labels that are added |
/// |---|---|
/// | 0 to 3 | one |
/// | 4 to 9 | those that are hidden, divided by the queries that are left of ten, rounded down; at least one |
/// | 10 and more | all |
///
/// When the last label that is added begins with an underscore, those labels that follow it directly and begin with one, too, are added as
/// well.
///
/// - Parameters:
///   - known: a name that `name` is within.
///   - name: the whole name. The result has its letters, and is the whole name when nothing is hidden.
///   - sent: how many queries were sent before, 0 or more.
///
/// Source: [RFC 9156 §2.3](https://www.rfc-editor.org/rfc/rfc9156#section-2.3).
public func nextName(after known: DNS.Name, of name: DNS.Name, sent: Int) throws -> DNS.Name {
  // TODO: 1. How many labels does the next query add?
  // TODO: 2. Some labels are no boundary.
  throw NotStarted()
}

/// Walks down to the answer, and shows the servers on the way no more of the question than they need.
///
/// At first the name of `start` is known. As long as that is not the question's name, the servers of the zone are asked for `nextName`,
/// with type A, whatever the type of the question is, and with the question's class. When the question's name is known, the question itself is
/// asked. What comes back, as `accept` understands it, decides:
///
/// - A `.referral`, whatever was asked, leads to its zone, with the addresses that `accept` keeps, in their order. The zone's name is now
///   what is known, also when more was asked for.
/// - Any other response to the question itself ends the walk. A query for `nextName` that is equal to the question is the question.
/// - A `.nameError` of the very name that was asked for ends the walk: nothing is below a name that does not exist.
/// - Anything else says that the name is there, and it is now what is known. Its records are not used, aliases are not followed.
///
/// Queries are counted through the whole walk, each once, however often `ask` has to send it.
///
/// For type DS (`DNS.RecordType.ds`) the answer is above the cut: the way goes to the name without its first label, and when that is known
/// the question is asked. The root's name has no label to leave out.
///
/// - Parameters:
///   - question: what to look for. Its name is within the zone of `start`.
///   - start: the zone to begin with, and the addresses of its servers.
///   - exchange: the network. Servers are asked with it as `ask` does.
/// - Returns: the response that ended the walk, and the zone whose server sent it.
/// - Throws: what `ask` throws.
///
/// Source: [RFC 9156 §3](https://www.rfc-editor.org/rfc/rfc9156#section-3),
/// [RFC 8020 §2](https://www.rfc-editor.org/rfc/rfc8020#section-2) (nothing below NXDOMAIN).
public func resolveMinimised(
  _ question: DNS.Question, from start: Resolver.Delegation, exchange: Resolver.Exchange
) throws -> Resolver.Finding {
  // TODO: 3. How far does the way go on which the question is hidden?
  // TODO: 4. Ask for a part of the name, or, at the end of the way, for what is wanted.
  // TODO: 5. What does the response say about the way, and what does it not?
  throw NotStarted()
}

// TODO: 6. The addresses in a list of records.
