import PostRoad

/// Remembers what does not exist, and who could not be reached. Times are in seconds, from any start, and never go back.
///
/// Source: [RFC 2308 §5](https://www.rfc-editor.org/rfc/rfc2308#section-5),
/// [RFC 9520 §3.2](https://www.rfc-editor.org/rfc/rfc9520#section-3.2).
public struct NegativeCache: Sendable {
  // <declare>
  // 1. What is known about a whole name, about a name and type, and about questions that failed?
  private typealias Entry = (soa: DNS.ResourceRecord, end: Int)
  private struct Owner: Hashable {
    let name: DNS.Name
    let recordClass: DNS.RecordClass
  }
  private var nameErrors: [Owner: Entry] = [:]
  private var noData: [DNS.Question: Entry] = [:]
  private var failures: [DNS.Question: Int] = [:]
  // </declare>

  /// A cache that knows nothing.
  public init() {}

  /// Stores a negative response that was received now.
  ///
  /// The first SOA record of the authority section counts whose zone the missing name is within. Without one nothing is stored, and nothing
  /// changes. The lifetime is the lowest of its TTL, its MINIMUM and `Resolver.Lifetime.maximumNegative`; what has a lifetime of 0 is not
  /// kept. A response takes the place of an older one about the same. NODATA also ends what is known of an NXDOMAIN for its name, since
  /// the name exists.
  ///
  /// - Parameters:
  ///   - response: the response.
  ///   - question: its type and class; its name is not looked at.
  ///   - kind: what `classify` says of it. `.nameError` and `.noData` have the name that it is about; all others store nothing.
  public mutating func store(
    _ response: DNS.Message, to question: DNS.Question, meaning kind: Resolver.ResponseKind, now: Int
  ) throws {
    // <write>
    // 2. Only two kinds are negative, and each is about a name that need not be the question's.
    guard let (name, isNameError) = missing(kind) else { return }
    // 3. Who says so, and for how long?
    for record in response.authorities {
      guard case .soa(let soa) = record.data, try name.isWithin(record.name) else { continue }
      let lifetime = min(record.ttl, soa.minimum, Resolver.Lifetime.maximumNegative)
      let entry = (soa: record, end: now + Int(lifetime))
      let owner = Owner(name: name, recordClass: question.recordClass)
      nameErrors[owner] = isNameError ? entry : nil
      guard !isNameError else { return }
      noData[DNS.Question(name: name, type: question.type, recordClass: question.recordClass)] = entry
      return
    }
    // </write>
  }

  // <declare>
  // 4. A helper for step 2.
  private func missing(_ kind: Resolver.ResponseKind) -> (DNS.Name, isNameError: Bool)? {
    switch kind {
    case .nameError(let name): (name, true)
    case .noData(let name): (name, false)
    default: nil
    }
  }
  // </declare>

  /// Stores that a question could not be answered: for this many seconds from now on, but no shorter and no longer than
  /// `Resolver.Lifetime.failure` allows. A new failure takes the place of an older one.
  public mutating func storeFailure(of question: DNS.Question, for seconds: UInt32, now: Int) throws {
    // <write>
    // 5. Both ends have a limit.
    let limits = Resolver.Lifetime.failure
    failures[question] = now + Int(min(max(seconds, limits.lowerBound), limits.upperBound))
    // </write>
  }

  /// Finds what is known against a question.
  ///
  /// - Returns: `.nameError`, when its name is known not to exist, whatever the type; else `.noData` for its name and type; else
  ///   `.failure`, when it has failed; each only for its lifetime, and in its class. The SOA record comes with the seconds that are left as its
  ///   TTL. Nil when nothing is known.
  public func negative(for question: DNS.Question, now: Int) throws -> Resolver.Negative? {
    // <write>
    // 6. The strongest word first, and none after its end.
    func live(_ entry: Entry?) -> DNS.ResourceRecord? {
      guard let entry, now < entry.end else { return nil }
      return DNS.ResourceRecord(
        name: entry.soa.name, recordClass: entry.soa.recordClass, ttl: UInt32(entry.end - now),
        data: entry.soa.data)
    }
    let owner = Owner(name: question.name, recordClass: question.recordClass)
    if let soa = live(nameErrors[owner]) { return .nameError(soa) }
    if let soa = live(noData[question]) { return .noData(soa) }
    return failures[question].map { now < $0 } == true ? .failure : nil
    // </write>
  }
}
