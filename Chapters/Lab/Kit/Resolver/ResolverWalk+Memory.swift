import DNSResolution
import PostRoad

extension ResolverWalk {
  /// Keeps what an answer section has, each set with the rank of its place (exercise 3.5).
  func remember(_ answers: [DNS.ResourceRecord], of response: DNS.Message) throws {
    try resolver.memory.withLock { memory in
      memory.stored += answers.count
      for record in answers {
        let set = answers.filter { $0.name == record.name && $0.type == record.type }
        // Each set once, where its first record is.
        guard set.first == record else { continue }
        let rank = try credibility(of: record, in: .answer, of: response)
        try memory.records.store(set, credibility: rank, now: now())
      }
    }
  }

  /// Keeps a referral: the servers of the zone and their addresses, as hints, and until when it is delegated (exercise 3.13).
  func remember(_ accepted: Resolver.Accepted, _ cut: DNS.Name, from parent: DNS.Name) throws {
    try resolver.memory.withLock { memory in
      memory.stored += accepted.nameServers.count + accepted.glue.count
      try memory.records.store(accepted.nameServers + accepted.glue, credibility: .hint, now: now())
      let ttl = accepted.nameServers.map(\.ttl).min() ?? 0
      try memory.leases.delegate(cut, from: parent, ttl: ttl, now: now())
    }
  }
}
