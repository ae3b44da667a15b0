import DNSResolution
import PostRoad

/// The work for one question: from the nearest zone that is known down to the one that answers.
final class ResolverWalk {
  /// A zone, and how its servers are reached.
  private struct Place {
    var zone: DNS.Name
    var addresses: [Resolver.Address]
    /// Servers whose addresses are not known.
    var names: [DNS.Name]
  }

  let resolver: RecursiveResolver
  let now: () -> Int
  private let exchange: Resolver.Exchange
  private var queries = 0

  init(_ resolver: RecursiveResolver, now: @escaping () -> Int, exchange: @escaping Resolver.Exchange) {
    self.resolver = resolver
    self.now = now
    self.exchange = exchange
  }

  /// The response to a question, of whose zone's server it may be believed. Aliases are not followed.
  func find(_ question: DNS.Question) throws -> Resolver.Finding { try find(question, pending: []) }

  private func find(_ question: DNS.Question, pending: [DNS.Name]) throws -> Resolver.Finding {
    if let known = try known(question) { return known }
    var place = try start(for: question, pending: pending)
    var above = place.zone
    var sent = 0
    while true {
      let asked = try shown(of: question, after: above, sent: sent)
      let response = try ask(asked, at: place, pending: pending)
      let accepted = try accept(response, to: asked, from: place.zone)
      sent += 1
      if asked != question, try isOnTheWay(accepted.kind, asked) {
        above = asked.name
        continue
      }
      switch accepted.kind {
      case .answer, .alias:
        try remember(accepted.answers, of: response)
        return Resolver.Finding(zone: place.zone, response: response)
      case .nameError, .noData:
        try remember(accepted.answers, of: response)
        // Nothing is below a name that does not exist (RFC 8020 §2).
        let meaning = asked == question ? accepted.kind : .nameError(question.name)
        try resolver.memory.withLock {
          $0.stored += 1
          try $0.negative.store(response, to: question, meaning: meaning, now: now())
        }
        return Resolver.Finding(zone: place.zone, response: response)
      case .referral(let cut):
        try remember(accepted, cut, from: place.zone)
        above = cut
        place = try self.place(cut, accepted.nameServers, accepted.glue, pending: pending)
      case .upwardReferral, .lame, .failure:
        throw Resolver.ResolutionError.noServerHelped(zone: place.zone)
      }
    }
  }

  /// The question, or as much of it as the next server has to see (exercise 3.14). A DS record is in the zone above its name.
  private func shown(of question: DNS.Question, after above: DNS.Name, sent: Int) throws -> DNS.Question {
    let labels = question.name.labels
    let goal = DNS.Name(labels: question.type == .ds ? Array(labels.dropFirst()) : labels)
    guard resolver.minimises, above.labels.count < goal.labels.count else { return question }
    let next = try nextName(after: above, of: goal, sent: sent)
    return DNS.Question(name: next, type: .a, recordClass: question.recordClass)
  }

  /// Whether a response to a part of the name says no more than that it is there.
  private func isOnTheWay(_ kind: Resolver.ResponseKind, _ asked: DNS.Question) throws -> Bool {
    if case .referral = kind { return false }
    return kind != .nameError(asked.name)
  }

  /// What is remembered, in the form of a response.
  private func known(_ question: DNS.Question) throws -> Resolver.Finding? {
    try resolver.memory.withLock { memory in
      var message = DNS.Message(
        header: DNS.Header(isResponse: true, isAuthoritative: true), questions: [question])
      if let records = try memory.records.answer(to: question, now: now()) {
        message.answers = records
        return Resolver.Finding(zone: .root, response: message)
      }
      switch try memory.negative.negative(for: question, now: now()) {
      case .nameError(let soa):
        message.header.responseCode = .nonExistentDomain
        message.authorities = [soa]
      case .noData(let soa): message.authorities = [soa]
      case .failure, nil:
        var alias = question
        alias.type = .cname
        guard question.type != .any, let links = try memory.records.answer(to: alias, now: now()) else {
          return nil
        }
        message.answers = links
      }
      return Resolver.Finding(zone: .root, response: message)
    }
  }

  /// The nearest zone above the question whose delegation is alive and whose servers can be reached (RFC 1034 §5.3.3, step 2).
  private func start(for question: DNS.Question, pending: [DNS.Name]) throws -> Place {
    // A DS record is in the zone above the cut (RFC 4035 §3.1.4.1).
    var name = question.name
    if question.type == .ds, !name.labels.isEmpty { name = DNS.Name(labels: Array(name.labels.dropFirst())) }
    while true {
      let zone = try resolver.memory.withLock { try $0.leases.nearest(to: name, now: now()) }
      guard !zone.labels.isEmpty else { break }
      let (servers, hosts) = try resolver.memory.withLock { memory in
        let servers = try memory.records.hint(for: DNS.Question(name: zone, type: .ns), now: now()) ?? []
        let hosts = try servers.flatMap { server -> [DNS.ResourceRecord] in
          guard case .ns(let host) = server.data else { return [] }
          return try [DNS.RecordType.a, .aaaa].flatMap {
            try memory.records.hint(for: DNS.Question(name: host, type: $0), now: now()) ?? []
          }
        }
        return (servers, hosts)
      }
      let place = try place(zone, servers, hosts, pending: pending)
      if !place.addresses.isEmpty || !place.names.isEmpty { return place }
      name = DNS.Name(labels: Array(zone.labels.dropFirst()))
    }
    return Place(zone: .root, addresses: resolver.roots, names: [])
  }

  /// A zone with the addresses that are known. Of the other servers those are left whose addresses may be looked up
  /// (exercise 3.10): not those within the zone, nor those that are being looked up.
  private func place(
    _ zone: DNS.Name, _ servers: [DNS.ResourceRecord], _ hosts: [DNS.ResourceRecord], pending: [DNS.Name]
  ) throws -> Place {
    var place = Place(zone: zone, addresses: hosts.compactMap(Self.address), names: [])
    for case .ns(let name) in servers.map(\.data) where !hosts.contains(where: { $0.name == name }) {
      if try !name.isWithin(zone), !pending.contains(name) { place.names.append(name) }
    }
    return place
  }

  /// Asks the servers of a zone: first those whose addresses are known, then the others, one after the other.
  private func ask(_ question: DNS.Question, at place: Place, pending: [DNS.Name]) throws -> DNS.Message {
    var addresses = place.addresses
    var names = place.names[...]
    while true {
      do {
        return try DNSResolution.ask(
          question, of: Resolver.Delegation(zone: place.zone, addresses: addresses)
        ) { try self.believed(query: $0, of: $1, question, place.zone) }
      } catch Resolver.ResolutionError.noServerHelped {
        guard pending.count < Resolver.maximumNesting, let name = names.popFirst() else {
          throw Resolver.ResolutionError.noServerHelped(zone: place.zone)
        }
        addresses = try lookUp(name, pending: pending)
      }
    }
  }

  private func lookUp(_ name: DNS.Name, pending: [DNS.Name]) throws -> [Resolver.Address] {
    for type in [DNS.RecordType.a, .aaaa] {
      let question = DNS.Question(name: name, type: type)
      do {
        let finding = try find(question, pending: pending + [name])
        let found = finding.response.answers.filter { $0.name == name }.compactMap(Self.address)
        if !found.isEmpty { return found }
      } catch is Resolver.ResolutionError {
        return []
      }
    }
    return []
  }

  /// One query, and of its reply only what may be believed (exercise 3.12). What does not help becomes a refusal, so that the next
  /// server is asked.
  private func believed(
    query: DNS.Message, of server: Resolver.Server, _ question: DNS.Question, _ zone: DNS.Name
  ) throws -> DNS.Message {
    queries += 1
    guard queries <= RecursiveResolver.maximumQueries else {
      throw RecursiveResolver.TooMuchWork(queries: RecursiveResolver.maximumQueries)
    }
    let reply = try exchange(query, server)
    guard !reply.header.isTruncated else { return reply }
    let accepted = try accept(reply, to: question, from: zone)
    var clean = DNS.Message(
      header: reply.header, questions: [question], answers: accepted.answers,
      authorities: accepted.nameServers + (accepted.soa.map { [$0] } ?? []), additionals: accepted.glue)
    switch accepted.kind {
    case .upwardReferral, .lame: clean.header.responseCode = .refused
    case .alias: clean.header.responseCode = .noError
    default: break
    }
    return clean
  }

  private static func address(_ record: DNS.ResourceRecord) -> Resolver.Address? {
    switch record.data {
    case .a(let address): .v4(address)
    case .aaaa(let address): .v6(address)
    default: nil
    }
  }
}
