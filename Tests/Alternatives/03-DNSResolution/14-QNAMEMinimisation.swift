import PostRoad

/// The plan of all ten steps is made at once, as the RFC words it, and the walk is a recursion from zone to zone.
public func nextName(after known: DNS.Name, of name: DNS.Name, sent: Int) throws -> DNS.Name {
  var hidden = Array(name.labels.prefix(name.labels.count - known.labels.count))
  var shown = Array(name.labels.suffix(known.labels.count))
  guard !hidden.isEmpty else { return name }
  let plan = plan(for: hidden.count, after: sent)
  var last = shown.first ?? []
  for _ in 0..<plan[0] {
    last = hidden.removeLast()
    shown.insert(last, at: 0)
  }
  while last.starts(with: Array("_".utf8)), let next = hidden.last, next.starts(with: Array("_".utf8)) {
    shown.insert(hidden.removeLast(), at: 0)
  }
  return DNS.Name(labels: shown)
}

/// What each of the queries that are left adds, the first one first.
private func plan(for hidden: Int, after sent: Int) -> [Int] {
  var plan: [Int] = []
  var left = hidden
  for _ in sent..<max(sent, Resolver.Minimisation.oneLabelQueries) where left > 0 {
    plan.append(1)
    left -= 1
  }
  let queries = Resolver.Minimisation.maximumQueries - max(sent, Resolver.Minimisation.oneLabelQueries)
  guard queries > 0 else { return plan + [left] }
  let (part, rest) = left.quotientAndRemainder(dividingBy: queries)
  for query in 0..<queries {
    plan.append(part + (query >= queries - rest ? 1 : 0))
  }
  // With fewer labels than queries some queries would add nothing: they are not sent.
  return plan.filter { $0 > 0 }
}

public func resolveMinimised(
  _ question: DNS.Question, from start: Resolver.Delegation, exchange: Resolver.Exchange
) throws -> Resolver.Finding {
  let parent = DNS.Name(labels: Array(question.name.labels.dropFirst()))
  return try descend(
    question, toward: question.type == .ds ? parent : question.name, start, known: start.zone, sent: 0,
    exchange)
}

private func descend(
  _ question: DNS.Question, toward goal: DNS.Name, _ place: Resolver.Delegation, known: DNS.Name, sent: Int,
  _ exchange: Resolver.Exchange
) throws -> Resolver.Finding {
  let isThere = known.labels.count >= goal.labels.count
  let name = try nextName(after: isThere ? goal : known, of: goal, sent: sent)
  let query =
    isThere ? question : DNS.Question(name: name, type: .a, recordClass: question.recordClass)
  let response = try ask(query, of: place, exchange: exchange)
  let accepted = try accept(response, to: query, from: place.zone)
  switch accepted.kind {
  case .referral(let cut):
    let addresses = accepted.glue.compactMap { record -> Resolver.Address? in
      if case .a(let address) = record.data { return .v4(address) }
      if case .aaaa(let address) = record.data { return .v6(address) }
      return nil
    }
    let below = Resolver.Delegation(zone: cut, addresses: addresses)
    return try descend(question, toward: goal, below, known: cut, sent: sent + 1, exchange)
  case .nameError(name) where !isThere:
    return Resolver.Finding(zone: place.zone, response: response)
  default:
    guard isThere || query == question else {
      return try descend(question, toward: goal, place, known: name, sent: sent + 1, exchange)
    }
    return Resolver.Finding(zone: place.zone, response: response)
  }
}
