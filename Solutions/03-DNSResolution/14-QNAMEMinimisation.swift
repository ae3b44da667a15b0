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
  // <write>
  // 1. How many labels does the next query add?
  let hidden = name.labels.count - known.labels.count
  let left = Resolver.Minimisation.maximumQueries - sent
  let isSlow = sent < Resolver.Minimisation.oneLabelQueries
  let step = isSlow ? min(1, hidden) : left > 0 ? min(hidden, max(1, hidden / left)) : hidden
  // 2. Some labels are no boundary.
  var shown = known.labels.count + step
  func isUnderscored(_ count: Int) -> Bool {
    name.labels[name.labels.count - count].first == UInt8(ascii: "_")
  }
  while shown < name.labels.count, isUnderscored(shown), isUnderscored(shown + 1) { shown += 1 }
  return DNS.Name(labels: name.labels.suffix(shown))
  // </write>
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
  // <write>
  // 3. How far does the way go on which the question is hidden?
  // 4. Ask for a part of the name, or, at the end of the way, for what is wanted.
  // 5. What does the response say about the way, and what does it not?
  let labels = question.name.labels
  let goal = DNS.Name(labels: question.type == .ds ? Array(labels.dropFirst()) : labels)
  var place = start
  var known = place.zone
  var sent = 0
  while true {
    var query = question
    if known.labels.count < goal.labels.count {
      let next = try nextName(after: known, of: goal, sent: sent)
      query = DNS.Question(name: next, type: .a, recordClass: question.recordClass)
    }
    let response = try ask(query, of: place, exchange: exchange)
    let accepted = try accept(response, to: query, from: place.zone)
    sent += 1
    if case .referral(let cut) = accepted.kind {
      place = Resolver.Delegation(zone: cut, addresses: hosts(in: accepted.glue))
      known = cut
    } else if query == question || accepted.kind == .nameError(query.name) {
      return Resolver.Finding(zone: place.zone, response: response)
    } else {
      known = query.name
    }
  }
  // </write>
}

// <declare>
// 6. The addresses in a list of records.
private func hosts(in records: [DNS.ResourceRecord]) -> [Resolver.Address] {
  records.compactMap { record in
    switch record.data {
    case .a(let address): .v4(address)
    case .aaaa(let address): .v6(address)
    default: nil
    }
  }
}
// </declare>
