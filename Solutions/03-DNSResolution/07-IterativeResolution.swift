import PostRoad

/// Walks from a zone's servers down to those that know the answer.
///
/// Each query has the whole question, and asks for no recursion: apart from the question everything in it is zero or empty; the counts of its
/// header are not looked at. The
/// servers of a zone are asked one after the other, over UDP, until one helps. These responses, as `classify` understands them, end the walk:
/// `.answer`, `.alias`, `.nameError`, `.noData`. A `.referral` leads to another zone, whose servers are asked from then on, and
/// nobody else. After anything else, and where no reply comes (`Resolver.NoReply`), the next server is asked.
///
/// The servers of a referral's zone have the addresses in its additional section, A and AAAA, whose owners are named by the NS
/// records of that zone. They are asked in the order of that section.
///
/// - Parameters:
///   - question: what to look for.
///   - start: the zone to begin with, and the addresses of its servers: the root's, where nothing else is known.
///   - exchange: the network.
/// - Returns: the response that ended the walk, and the zone whose server sent it.
/// - Throws: `Resolver.ResolutionError.noServerHelped(zone:)` for the zone where nobody is left to be asked, and what the network
///   throws other than `Resolver.NoReply`.
///
/// Source: [RFC 1034 §5.3.3](https://www.rfc-editor.org/rfc/rfc1034#section-5.3.3).
public func iterate(
  _ question: DNS.Question, from start: Resolver.Delegation, exchange: Resolver.Exchange
) throws -> Resolver.Finding {
  // <write>
  // 1. What does an iterative query say?
  let query = DNS.Message(header: DNS.Header(questionCount: 1), questions: [question])
  var place = start
  var next = place.addresses[...]
  // 2. Ask one server after the other. Which errors mean that the next one has to be asked?
  while let address = next.popFirst() {
    let response: DNS.Message
    do {
      response = try exchange(query, Resolver.Server(address))
    } catch is Resolver.NoReply {
      continue
    }
    switch try classify(response, to: question, from: place.zone) {
    case .answer, .alias, .nameError, .noData:
      return Resolver.Finding(zone: place.zone, response: response)
    case .referral(let zone):
      place = delegation(to: zone, in: response)
      next = place.addresses[...]
    case .upwardReferral, .lame, .failure: continue
    }
  }
  throw Resolver.ResolutionError.noServerHelped(zone: place.zone)
  // </write>
}

// <declare>
// 3. Where are the servers of a referral's zone?
private func delegation(to zone: DNS.Name, in response: DNS.Message) -> Resolver.Delegation {
  let names = response.authorities.filter { $0.name == zone }.compactMap { record -> DNS.Name? in
    if case .ns(let server) = record.data { server } else { nil }
  }
  let addresses = response.additionals.filter { names.contains($0.name) }.compactMap { record in
    switch record.data {
    case .a(let address): Resolver.Address.v4(address)
    case .aaaa(let address): Resolver.Address.v6(address)
    default: nil
    }
  }
  return Resolver.Delegation(zone: zone, addresses: addresses)
}
// </declare>
