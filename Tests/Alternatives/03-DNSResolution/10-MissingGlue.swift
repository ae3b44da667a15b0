import PostRoad

/// A searcher with a stack: the names that are being looked up are its state, and each zone is a call.
public func resolveWithoutGlue(
  _ question: DNS.Question, from start: Resolver.Delegation, exchange: Resolver.Exchange
) throws -> Resolver.Finding {
  var searcher = Searcher(start: start)
  return try searcher.search(question, exchange)
}

private struct Searcher {
  let start: Resolver.Delegation
  var stack: [DNS.Name] = []

  mutating func search(_ question: DNS.Question, _ exchange: Resolver.Exchange) throws -> Resolver.Finding {
    try descend(question, start.zone, start.addresses, [], exchange)
  }

  private mutating func descend(
    _ question: DNS.Question, _ zone: DNS.Name, _ glue: [Resolver.Address], _ names: [DNS.Name],
    _ exchange: Resolver.Exchange
  ) throws -> Resolver.Finding {
    if let finding = try ask(question, zone, glue, exchange) { return finding }
    for name in names {
      let found = try locate(name, exchange)
      if let finding = try ask(question, zone, found, exchange) { return finding }
    }
    throw Resolver.ResolutionError.noServerHelped(zone: zone)
  }

  private mutating func ask(
    _ question: DNS.Question, _ zone: DNS.Name, _ servers: [Resolver.Address], _ exchange: Resolver.Exchange
  ) throws -> Resolver.Finding? {
    for server in servers {
      var reply: DNS.Message?
      do {
        let query = DNS.Message(header: DNS.Header(), questions: [question])
        reply = try exchange(query, Resolver.Server(server))
      } catch is Resolver.NoReply {}
      guard let reply else { continue }
      switch try classify(reply, to: question, from: zone) {
      case .answer, .alias, .nameError, .noData: return Resolver.Finding(zone: zone, response: reply)
      case .referral(let cut):
        var glue: [Resolver.Address] = []
        var helped: Set<DNS.Name> = []
        let named = reply.authorities.filter { $0.name == cut }.map(\.data)
        for record in reply.additionals where named.contains(.ns(record.name)) {
          guard let host = address(record.data) else { continue }
          glue.append(host)
          helped.insert(record.name)
        }
        var names: [DNS.Name] = []
        for case .ns(let name) in named where helped.insert(name).inserted {
          if try !name.isWithin(cut) && !stack.contains(name) { names.append(name) }
        }
        return try descend(question, cut, glue, names, exchange)
      default: continue
      }
    }
    return nil
  }

  private mutating func locate(_ name: DNS.Name, _ exchange: Resolver.Exchange) throws -> [Resolver.Address] {
    if stack.count == Resolver.maximumNesting { return [] }
    stack.append(name)
    defer { stack.removeLast() }
    do {
      for type in [DNS.RecordType.a, .aaaa] {
        let finding = try search(DNS.Question(name: name, type: type), exchange)
        let own = finding.response.answers.filter { $0.name == name && $0.type == type }
        if !own.isEmpty { return own.compactMap { address($0.data) } }
      }
    } catch is Resolver.ResolutionError {}
    return []
  }

  private func address(_ data: DNS.RecordData) -> Resolver.Address? {
    if case .a(let address) = data { return .v4(address) }
    if case .aaaa(let address) = data { return .v6(address) }
    return nil
  }
}
