import PostRoad

/// One table with all that is known of a question, and three questions to it: fresh, tried, stale.
public struct StaleCache: Sendable {
  private struct Memory {
    var answer: Resolver.Answer?
    var stored = 0
    var lifetime = 0
    var lease: Int?
    var failed: Int?
  }
  private var memories: [DNS.Question: Memory] = [:]

  public init() {}

  public mutating func answer(
    _ question: DNS.Question, recursionDesired: Bool, now: Int,
    refresh: (_ question: DNS.Question) throws -> Resolver.LeasedAnswer
  ) throws -> Resolver.Answer? {
    var memory = memories[question] ?? Memory()
    let age = now - memory.stored
    if let answer = memory.answer, age < memory.lifetime {
      return timed(answer, UInt32(memory.lifetime - age))
    }
    if !recursionDesired { return nil }
    var mayAsk = true
    if let failed = memory.failed { mayAsk = failed + Resolver.Stale.recheck <= now }
    if mayAsk {
      do {
        let found = try refresh(question)
        switch found.answer.code {
        case .noError, .nonExistentDomain:
          memories[question] = remember(found, now)
          return found.answer
        default: memory.failed = now
        }
      } catch {
        memory.failed = now
      }
      memories[question] = memory
    }
    var ttl = Resolver.Stale.ttl
    if let lease = memory.lease { ttl = min(ttl, lease - age) }
    guard let answer = memory.answer, ttl > 0, age < memory.lifetime + Resolver.Stale.maximum else {
      return Resolver.Answer(code: .serverFailure)
    }
    return timed(answer, UInt32(ttl))
  }

  private func remember(_ found: Resolver.LeasedAnswer, _ now: Int) -> Memory? {
    var lifetime = Resolver.Lifetime.maximum
    for record in found.answer.records { lifetime = min(lifetime, record.ttl) }
    let isPositive = found.answer.code == .noError && found.answer.soa == nil && !found.answer.records.isEmpty
    guard isPositive && lifetime != 0 else { return nil }
    return Memory(answer: found.answer, stored: now, lifetime: Int(lifetime), lease: found.lease)
  }

  private func timed(_ answer: Resolver.Answer, _ ttl: UInt32) -> Resolver.Answer {
    var answer = answer
    for index in answer.records.indices { answer.records[index].ttl = ttl }
    return answer
  }
}
