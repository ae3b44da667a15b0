import PostRoad

/// A table of ranks, and one cache for each rank: a set is in one of them at most.
public func credibility(
  of record: DNS.ResourceRecord, in section: Resolver.Section, of response: DNS.Message
) throws -> Resolver.Credibility {
  let isAsked = response.questions.prefix(1).contains { $0.name == record.name }
  return switch (section, response.header.isAuthoritative, isAsked) {
  case (.answer, true, true): .authoritativeAnswer
  case (.answer, _, _): .answer
  case (.authority, true, _): .authority
  default: .hint
  }
}

public struct RankedCache: Sendable {
  private struct Entry {
    var records: [DNS.ResourceRecord]
    var rank: Resolver.Credibility
    var stored: Int
    var lifetime: Int
  }
  private var entries: [DNS.Question: Entry] = [:]

  public init() {}

  public mutating func store(
    _ records: [DNS.ResourceRecord], credibility: Resolver.Credibility, now: Int
  ) throws {
    var sets: [DNS.Question: [DNS.ResourceRecord]] = [:]
    for record in records {
      let key = DNS.Question(name: record.name, type: record.type, recordClass: record.recordClass)
      sets[key, default: []].append(record)
    }
    for (key, set) in sets {
      if let old = live(key, now), old.rank.rawValue > credibility.rawValue { continue }
      let lifetime = set.reduce(Int(Resolver.Lifetime.maximum)) { min($0, Int($1.ttl)) }
      entries[key] = Entry(records: set, rank: credibility, stored: now, lifetime: lifetime)
    }
  }

  public func answer(to question: DNS.Question, now: Int) throws -> [DNS.ResourceRecord]? {
    live(question, now)?.rank == .hint ? nil : try hint(for: question, now: now)
  }

  public func hint(for question: DNS.Question, now: Int) throws -> [DNS.ResourceRecord]? {
    guard let entry = live(question, now) else { return nil }
    return entry.records.map { record in
      var copy = record
      copy.ttl = UInt32(entry.lifetime - (now - entry.stored))
      return copy
    }
  }

  private func live(_ key: DNS.Question, _ now: Int) -> Entry? {
    entries[key].flatMap { now - $0.stored < $0.lifetime ? $0 : nil }
  }
}
