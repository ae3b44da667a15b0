import DNSResolution
import PostRoad
import Synchronization

/// A recursive resolver out of the exercises of chapter 3. The network is a parameter, and so is the clock.
///
/// | | |
/// |---|---|
/// | 3.1, 3.13 | where to begin: the nearest zone whose delegation is alive |
/// | 3.11 | asking the servers of a zone, over TCP where it has to be |
/// | 3.12 | what is believed of a response |
/// | 3.4 to 3.6 | what is remembered |
/// | 3.8 | aliases |
/// | 3.14 | on request, how much of a name is shown |
///
/// The walk itself is given: exercises 3.7 and 3.10 know neither a cache nor what may be believed, so their rules are written
/// out again in `ResolverWalk`.
package final class RecursiveResolver: Sendable {
  /// One question has led to more queries than any honest one needs.
  package struct TooMuchWork: Error, Hashable {
    let queries: Int
  }

  /// The most queries for one question of a client, those for the addresses of servers counted. No RFC sets a number. A cold walk to a
  /// name four zones deep over an alias needs about ten; a delegation to many names that lead nowhere (NXNSAttack) asks for
  /// hundreds.
  package static let maximumQueries = 60

  /// What is remembered between questions.
  struct Memory: Sendable {
    var records = RankedCache()
    var negative = NegativeCache()
    var leases = DelegationLeases()
    /// Records that were ever put into it.
    var stored = 0
  }

  /// What a network throws that cannot wait: `resolve` ends with it, and is called again when the reply to this query is there. What the
  /// walk has learned by then is remembered; that it did not come to its end is not.
  struct Suspended: Error {
    let query: DNS.Message
    let server: Resolver.Server
  }

  /// For how long a failure is remembered: long enough that nobody's retries are passed on, short enough that a server that is back
  /// is asked soon. RFC 9520 §3.2 has 1 s to 5 min.
  static let failureSeconds: UInt32 = 5

  /// Records that are stored before everything is forgotten: the caches of the exercises have a bound in time alone, and whoever asks for
  /// ever new names would fill the machine. With half a kilobyte each they are some 50 MB.
  package static let maximumRecords = 100_000

  let memory = Mutex(Memory())
  package let roots: [Resolver.Address]
  /// Whether servers on the way see no more of a name than they need (RFC 9156).
  let minimises: Bool
  private let most: Int

  /// - Parameters:
  ///   - roots: the addresses of the root's servers.
  ///   - minimises: whether servers on the way see no more of a name than they need (RFC 9156).
  ///   - most: records that are stored before everything is forgotten.
  package init(
    roots: [Resolver.Address], minimises: Bool = false, most: Int = RecursiveResolver.maximumRecords
  ) {
    self.roots = roots
    self.minimises = minimises
    self.most = most
  }

  /// What is known without asking anybody; nil where that is not enough.
  package func cached(_ question: DNS.Question, now: Int) throws -> Resolver.Answer? {
    try memory.withLock { memory in
      var chain: [DNS.ResourceRecord] = []
      var asked = question
      while chain.count <= Resolver.maximumAliases {
        if let records = try memory.records.answer(to: asked, now: now) {
          return Resolver.Answer(records: chain + records)
        }
        switch try memory.negative.negative(for: asked, now: now) {
        case .nameError(let soa): return Resolver.Answer(code: .nonExistentDomain, records: chain, soa: soa)
        case .noData(let soa): return Resolver.Answer(records: chain, soa: soa)
        case .failure, nil: break
        }
        var alias = asked
        alias.type = .cname
        guard question.type != .cname, question.type != .any,
          let link = try memory.records.answer(to: alias, now: now)?.first,
          case .cname(let target) = link.data
        else { return nil }
        chain.append(link)
        asked.name = target
      }
      return nil
    }
  }

  /// The seconds that are left of the shortest lease of the zones that an answer is out of; nil where none has an end.
  package func lease(of answer: Resolver.Answer, to question: DNS.Question, now: Int) throws -> Int? {
    let names = [question.name] + answer.records.map(\.name)
    return try memory.withLock { memory in
      try names.compactMap {
        try memory.leases.secondsLeft(of: memory.leases.nearest(to: $0, now: now), now: now)
      }.min()
    }
  }

  /// Finds the answer, wherever it is.
  ///
  /// - Parameters:
  ///   - now: seconds from any start.
  ///   - exchange: the network, as chapter 3 has it.
  /// - Throws: `Resolver.ResolutionError`, and `TooMuchWork`.
  package func resolve(
    _ question: DNS.Question, now: () -> Int, exchange: @escaping Resolver.Exchange
  ) throws -> Resolver.Answer {
    let known = try memory.withLock { memory in
      if memory.stored >= most { memory = Memory() }
      return try memory.negative.negative(for: question, now: now())
    }
    guard known != .failure else { throw Resolver.ResolutionError.noServerHelped(zone: .root) }
    return try withoutActuallyEscaping(now) { now in
      let walk = ResolverWalk(self, now: now, exchange: exchange)
      do {
        return try followAliases(question) { try walk.find($0) }
      } catch let error as NotStarted {
        throw error
      } catch let pause as Suspended {
        throw pause
      } catch {
        try memory.withLock {
          $0.stored += 1
          try $0.negative.storeFailure(of: question, for: Self.failureSeconds, now: now())
        }
        throw error
      }
    }
  }
}
