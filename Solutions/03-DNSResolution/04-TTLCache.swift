import PostRoad

/// Remembers records for as long as they may be remembered. Times are in seconds, from any start, and never go back.
///
/// Source: [RFC 2181 §5](https://www.rfc-editor.org/rfc/rfc2181#section-5) and
/// [RFC 8767 §4](https://www.rfc-editor.org/rfc/rfc8767#section-4).
public struct TTLCache: Sendable {
  // <declare>
  // 1. What has to be kept for each set, and what distinguishes one set from another?
  private struct Key: Hashable {
    let name: DNS.Name
    let type: DNS.RecordType
    let recordClass: DNS.RecordClass
  }
  private var sets: [Key: (records: [DNS.ResourceRecord], end: Int)] = [:]
  // </declare>

  /// A cache that knows nothing.
  public init() {}

  /// Stores records that were received now.
  ///
  /// Records with the same name, class and type are a set, whatever their order. A set that is stored takes the place of the
  /// one that was there. All its records live as long as the lowest of their TTLs says, but at most `Resolver.Lifetime.maximum`. A
  /// set with a TTL of 0 may be used for the question that was just asked, and for no other: it is not kept, and the one that was there
  /// is gone.
  public mutating func store(_ records: [DNS.ResourceRecord], now: Int) throws {
    // <write>
    // 2. Several sets may come at once, and each has one lifetime.
    let keys = records.map { Key(name: $0.name, type: $0.type, recordClass: $0.recordClass) }
    for key in Set(keys) {
      let set = zip(keys, records).filter { $0.0 == key }.map(\.1)
      let lifetime = min(set.map(\.ttl).min() ?? 0, Resolver.Lifetime.maximum)
      // A set that has ended is never returned, so one that ends now need not be told apart.
      sets[key] = (set, now + Int(lifetime))
    }
    // </write>
  }

  /// Finds the records that a question asks for.
  ///
  /// - Returns: the set with the question's name, class and type, in the order in which it was stored, each record with the
  ///   seconds that are left as its TTL; or nil, when there is none, or none are left.
  public func records(for question: DNS.Question, now: Int) throws -> [DNS.ResourceRecord]? {
    // <write>
    // 3. What has ended is gone; what has not has less time left than it had.
    let key = Key(name: question.name, type: question.type, recordClass: question.recordClass)
    guard let set = sets[key], now < set.end else { return nil }
    return set.records.map { record in
      var record = record
      record.ttl = UInt32(set.end - now)
      return record
    }
    // </write>
  }
}
