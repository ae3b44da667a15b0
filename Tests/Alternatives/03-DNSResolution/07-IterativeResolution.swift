import PostRoad

/// A recursion: each zone is a call, and a referral calls the next one.
public func iterate(
  _ question: DNS.Question, from start: Resolver.Delegation, exchange: Resolver.Exchange
) throws -> Resolver.Finding {
  let query = DNS.Message(header: DNS.Header(), questions: [question])
  for address in start.addresses {
    guard let response = try reply(to: query, Resolver.Server(address), exchange) else { continue }
    let kind = try classify(response, to: question, from: start.zone)
    if case .referral(let zone) = kind {
      return try iterate(question, from: servers(of: zone, response), exchange: exchange)
    }
    switch kind {
    case .lame, .failure, .upwardReferral, .referral: break
    default: return Resolver.Finding(zone: start.zone, response: response)
    }
  }
  throw Resolver.ResolutionError.noServerHelped(zone: start.zone)
}

private func reply(
  to query: DNS.Message, _ server: Resolver.Server, _ exchange: Resolver.Exchange
) throws -> DNS.Message? {
  do { return try exchange(query, server) } catch is Resolver.NoReply { return nil }
}

private func servers(of zone: DNS.Name, _ response: DNS.Message) -> Resolver.Delegation {
  var delegation = Resolver.Delegation(zone: zone, addresses: [])
  for helper in response.additionals {
    let isNamed = response.authorities.contains { $0.name == zone && $0.data == .ns(helper.name) }
    if case .a(let address) = helper.data, isNamed { delegation.addresses.append(.v4(address)) }
    if case .aaaa(let address) = helper.data, isNamed { delegation.addresses.append(.v6(address)) }
  }
  return delegation
}
