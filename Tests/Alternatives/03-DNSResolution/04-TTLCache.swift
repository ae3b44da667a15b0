import PostRoad

/// Keeps a list of records, each with the second at which it was stored, and does all the work when it is asked.
public struct TTLCache: Sendable {
  private var log: [(record: DNS.ResourceRecord, time: Int)] = []

  public init() {}

  public mutating func store(_ records: [DNS.ResourceRecord], now: Int) throws {
    log = log.filter { old in !records.contains { isOneSet(old.record, $0) } }
    log += records.map { ($0, now) }
  }

  public func records(for question: DNS.Question, now: Int) throws -> [DNS.ResourceRecord]? {
    let wanted = DNS.ResourceRecord(
      name: question.name, recordClass: question.recordClass, ttl: 0, data: .opaque(question.type, []))
    let set = log.filter { isOneSet($0.record, wanted) }
    let remaining =
      set.map { min(Int($0.record.ttl), Int(Resolver.Lifetime.maximum)) + $0.time - now }.min() ?? 0
    if remaining <= 0 { return nil }
    return set.map {
      DNS.ResourceRecord(
        name: $0.record.name, recordClass: $0.record.recordClass, ttl: UInt32(remaining), data: $0.record.data
      )
    }
  }

  private func isOneSet(_ one: DNS.ResourceRecord, _ other: DNS.ResourceRecord) -> Bool {
    one.name == other.name && one.type == other.type && one.recordClass == other.recordClass
  }
}
