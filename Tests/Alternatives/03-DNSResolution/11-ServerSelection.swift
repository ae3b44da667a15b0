import PostRoad

/// Rounds over a list of those who are left, each of whom knows its transport and counts for itself.
public func ask(
  _ question: DNS.Question, of delegation: Resolver.Delegation, exchange: Resolver.Exchange
) throws -> DNS.Message {
  var left: [Candidate] = []
  for address in delegation.addresses {
    if left.allSatisfy({ $0.address != address }) { left.append(Candidate(address: address)) }
  }
  while !left.isEmpty {
    var silent: [Candidate] = []
    for var candidate in left {
      switch try candidate.ask(question, delegation.zone, exchange) {
      case .helped(let response): return response
      case .silent: if candidate.queries < Resolver.maximumQueries { silent.append(candidate) }
      case .useless: break
      }
    }
    left = silent
  }
  throw Resolver.ResolutionError.noServerHelped(zone: delegation.zone)
}

private enum Outcome {
  case helped(DNS.Message)
  case silent
  case useless
}

private struct Candidate {
  let address: Resolver.Address
  var transport = Resolver.Transport.udp
  var queries = 0

  mutating func ask(
    _ question: DNS.Question, _ zone: DNS.Name, _ exchange: Resolver.Exchange
  ) throws -> Outcome {
    let query = DNS.Message(header: DNS.Header(), questions: [question])
    queries += 1
    let response: DNS.Message
    do {
      response = try exchange(query, Resolver.Server(address, over: transport))
    } catch is Resolver.NoReply {
      return .silent
    }
    if response.header.isTruncated {
      if transport == .tcp { return .useless }
      (transport, queries) = (.tcp, 0)
      return try ask(question, zone, exchange)
    }
    switch try classify(response, to: question, from: zone) {
    case .lame, .failure, .upwardReferral: return .useless
    default: return .helped(response)
    }
  }
}
