import DNSResolution
import PostRoad
import Synchronization

/// Answers from before, for when nobody can be asked any more (exercise 3.16).
///
/// Each question has a cache of its own: one is busy as long as it asks, and questions must not wait for each other.
package final class StaleAnswers: Sendable {
  private final class Kept: Sendable {
    let cache = Mutex(StaleCache())
  }

  private struct Questions {
    var recent: [DNS.Question: Kept] = [:]
    var older: [DNS.Question: Kept] = [:]
  }

  /// Questions that are kept at least; the oldest of twice as many are forgotten. An answer takes about a kilobyte, so this is some 20 MB.
  private let most: Int
  private let questions = Mutex(Questions())

  package init(most: Int = 10_000) { self.most = most }

  /// The answer of `refresh`, or an old one where that fails.
  ///
  /// - Throws: what `refresh` throws where there is no old answer either.
  package func answer(
    _ question: DNS.Question, now: Int, refresh: (DNS.Question) throws -> Resolver.LeasedAnswer
  ) throws -> Resolver.Answer {
    var failure: (any Error)?
    let answer = try kept(question).cache.withLock { cache in
      try cache.answer(question, recursionDesired: true, now: now) { question in
        do { return try refresh(question) } catch {
          failure = error
          throw error
        }
      }
    }
    if let failure, failure is NotStarted || answer?.code == .serverFailure { throw failure }
    return answer ?? Resolver.Answer(code: .serverFailure)
  }

  private func kept(_ question: DNS.Question) -> Kept {
    questions.withLock { questions in
      if let known = questions.recent[question] { return known }
      let kept = questions.older[question] ?? Kept()
      if questions.recent.count >= most {
        questions.older = questions.recent
        questions.recent = [:]
      }
      questions.recent[question] = kept
      return kept
    }
  }
}
