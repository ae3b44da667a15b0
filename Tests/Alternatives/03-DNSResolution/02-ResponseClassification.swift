import PostRoad

/// Turns the answer section into a dictionary of links first, and walks it recursively.
public func classify(
  _ response: DNS.Message, to question: DNS.Question, from zone: DNS.Name
) throws -> Resolver.ResponseKind {
  switch response.header.responseCode {
  case .noError, .nonExistentDomain: break
  case let other: return .failure(other)
  }
  var links: [DNS.Name: [DNS.Name]] = [:]
  if question.type != .cname && question.type != .any {
    for case (let owner, .cname(let target)) in response.answers.map({ ($0.name, $0.data) }) {
      links[owner, default: []].append(target)
    }
  }
  let hasAlias = links[question.name] != nil
  let last = end(of: question.name, links)
  if response.header.responseCode == .nonExistentDomain { return .nameError(last) }
  for record in response.answers where record.name == last {
    if question.type == .any || record.type == question.type { return .answer }
  }
  if try response.authorities.contains(where: { try $0.type == .soa && last.isWithin($0.name) }) {
    return .noData(last)
  }
  if hasAlias { return .alias(last) }
  for record in response.authorities where record.type == .ns {
    if try zone.isWithin(record.name) { return .upwardReferral(record.name) }
    let leadsDown = try record.name.isWithin(zone) && question.name.isWithin(record.name)
    return leadsDown ? .referral(record.name) : .lame
  }
  return response.header.isAuthoritative ? .noData(last) : .lame
}

private func end(of name: DNS.Name, _ links: [DNS.Name: [DNS.Name]]) -> DNS.Name {
  guard var targets = links[name], !targets.isEmpty else { return name }
  let next = targets.removeFirst()
  var rest = links
  rest[name] = targets
  return end(of: next, rest)
}
