import PostRoad

/// A list of everything that was heard, the newest first; asking walks along it.
public struct NegativeCache: Sendable {
  private enum Scope {
    case name(DNS.ResourceRecord)
    case type(DNS.ResourceRecord)
    case question
  }
  private var heard: [(question: DNS.Question, scope: Scope, end: Int)] = []

  public init() {}

  public mutating func store(
    _ response: DNS.Message, to question: DNS.Question, meaning kind: Resolver.ResponseKind, now: Int
  ) throws {
    let name: DNS.Name
    switch kind {
    case .nameError(let missing), .noData(let missing): name = missing
    default: return
    }
    let zones = try response.authorities.filter { try $0.type == .soa && name.isWithin($0.name) }
    guard let record = zones.first, case .soa(let soa) = record.data else { return }
    var seconds = Int(Resolver.Lifetime.maximumNegative)
    for limit in [record.ttl, soa.minimum] where Int(limit) < seconds { seconds = Int(limit) }
    let key = DNS.Question(name: name, type: question.type, recordClass: question.recordClass)
    heard = heard.filter { old in
      if case .name = old.scope { return !isOneName(old.question, key) }
      return true
    }
    let isNameError = kind == .nameError(name)
    heard.insert((key, isNameError ? .name(record) : .type(record), now + seconds), at: 0)
  }

  public mutating func storeFailure(of question: DNS.Question, for seconds: UInt32, now: Int) throws {
    heard.removeAll { old in
      if case .question = old.scope { return old.question == question }
      return false
    }
    let kept = seconds < 1 ? 1 : seconds > 300 ? 300 : Int(seconds)
    heard.append((question, .question, now + kept))
  }

  public func negative(for question: DNS.Question, now: Int) throws -> Resolver.Negative? {
    var noData: Resolver.Negative?
    var isFailure = false
    var seen: Set<DNS.Question> = []
    for entry in heard {
      switch entry.scope {
      case .name(let soa) where now < entry.end && isOneName(entry.question, question):
        return .nameError(copy(of: soa, seconds: entry.end - now))
      case .type(let soa)
      where entry.question == question && seen.insert(question).inserted && now < entry.end:
        noData = .noData(copy(of: soa, seconds: entry.end - now))
      case .question where now < entry.end && entry.question == question: isFailure = true
      default: break
      }
    }
    return noData ?? (isFailure ? .failure : nil)
  }

  private func isOneName(_ one: DNS.Question, _ other: DNS.Question) -> Bool {
    one.name == other.name && one.recordClass == other.recordClass
  }

  private func copy(of soa: DNS.ResourceRecord, seconds: Int) -> DNS.ResourceRecord {
    DNS.ResourceRecord(name: soa.name, recordClass: soa.recordClass, ttl: UInt32(seconds), data: soa.data)
  }
}
