import PostRoad

/// Walks down as `iterate` does, and finds the addresses that a referral leaves out.
///
/// The servers of a referral's zone that have glue are asked first, in the order of the additional section. Only when none of them helps,
/// the other names are looked up, in the order of the NS records, each once; whatever addresses a name has are asked before the next name is
/// looked up. A name is looked up from `start` in this same way: A first, and AAAA when, and only when, the response has no A records of
/// the name, whatever its code. Its addresses are the records of the answer section with its name and the type that was asked for: an AAAA record in a response to A is
/// not used. Where that finds nothing, or `Resolver.ResolutionError` is thrown, the name has no addresses. An alias is not followed: the
/// name of a server must not be one.
///
/// Three kinds of names are not looked up:
/// - those within the referral's own zone, since the way to them leads through themselves;
/// - those that are being looked up already, which would be a cycle;
/// - any, once `Resolver.maximumNesting` names are being looked up.
///
/// - Parameters:
///   - question: what to look for.
///   - start: the zone to begin with, and the addresses of its servers.
///   - exchange: the network.
/// - Returns: the response that ended the walk, and the zone whose server sent it.
/// - Throws: `Resolver.ResolutionError.noServerHelped(zone:)` for the zone where nobody is left to be asked, and what the network
///   throws other than `Resolver.NoReply`.
///
/// Source: [RFC 1034 §5.3.3](https://www.rfc-editor.org/rfc/rfc1034#section-5.3.3),
/// [RFC 9471 §2](https://www.rfc-editor.org/rfc/rfc9471#section-2),
/// [RFC 2181 §10.3](https://www.rfc-editor.org/rfc/rfc2181#section-10.3) (no aliases).
public func resolveWithoutGlue(
  _ question: DNS.Question, from start: Resolver.Delegation, exchange: Resolver.Exchange
) throws -> Resolver.Finding {
  // <write>
  // 1. Begin the walk. Which names are being looked up?
  try walk(question, from: start, exchange, pending: [])
  // </write>
}

// <declare>
// 2. The walk of 3.7, which now has names left when it runs out of addresses.
private func walk(
  _ question: DNS.Question, from start: Resolver.Delegation, _ exchange: Resolver.Exchange,
  pending: [DNS.Name]
) throws -> Resolver.Finding {
  let query = DNS.Message(header: DNS.Header(questionCount: 1), questions: [question])
  var zone = start.zone
  var addresses = start.addresses[...]
  var names: ArraySlice<DNS.Name> = []
  while true {
    guard let address = addresses.popFirst() else {
      guard let name = names.popFirst() else { throw Resolver.ResolutionError.noServerHelped(zone: zone) }
      addresses = try lookUp(name, from: start, exchange, pending: pending)[...]
      continue
    }
    let response: DNS.Message
    do { response = try exchange(query, Resolver.Server(address)) } catch is Resolver.NoReply { continue }
    switch try classify(response, to: question, from: zone) {
    case .answer, .alias, .nameError, .noData: return Resolver.Finding(zone: zone, response: response)
    case .upwardReferral, .lame, .failure: continue
    case .referral(let cut):
      let asked = DNS.Question(name: cut, type: .ns)
      let servers = try closestCut(to: asked, in: response.authorities)?.nameServers ?? []
      let glue = response.additionals.filter { servers.contains($0.name) && !hosts(in: [$0]).isEmpty }
      zone = cut
      addresses = hosts(in: glue)[...]
      names = try servers.filter { name in
        try !glue.contains { $0.name == name } && !name.isWithin(cut) && !pending.contains(name)
      }[...]
    }
  }
}

// 3. A name is looked up by a walk of its own.
private func lookUp(
  _ name: DNS.Name, from start: Resolver.Delegation, _ exchange: Resolver.Exchange, pending: [DNS.Name]
) throws -> [Resolver.Address] {
  guard pending.count < Resolver.maximumNesting else { return [] }
  for type in [DNS.RecordType.a, .aaaa] {
    do {
      let asked = DNS.Question(name: name, type: type)
      let finding = try walk(asked, from: start, exchange, pending: pending + [name])
      let found = hosts(in: finding.response.answers.filter { $0.name == name && $0.type == type })
      if !found.isEmpty { return found }
    } catch is Resolver.ResolutionError {
      return []
    }
  }
  return []
}

// 4. The addresses in a list of records.
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
