import DNSResolution
import PostRoad

/// A recursive resolver on a socket: what is known is answered at once, everything else by a thread, once for all who ask the same.
package final class ResolverServer: DNSServer.Owner {
  /// What went through since it began.
  package struct Totals: Hashable, Sendable {
    package var queries = 0
    package var walks = 0
  }

  private struct Client {
    let query: DNS.Message
    let edns: DNS.EDNS?
    let received: ReceivedQuery
    let answer: ([UInt8]) -> Void
  }

  /// Why nothing is resolved yet.
  private struct NotYet: Error {}

  package private(set) var totals = Totals()
  private let resolver: RecursiveResolver
  private let network: NetworkExchange
  /// Nil where nothing is said beyond its end.
  private let stale: StaleAnswers?
  private let server: DNSServer
  private let threads: WorkThreads<Result<Resolver.Answer, any Error>>
  private let trace: ((String) -> Void)?
  private let report: (any Error) -> Void
  /// Those who wait for a walk, by its question.
  private var waiting: [DNS.Question: [Client]] = [:]

  package init(
    _ resolver: RecursiveResolver, network: NetworkExchange, stale: StaleAnswers? = nil, server: DNSServer,
    on loop: EventLoop, trace: ((String) -> Void)?, report: @escaping (any Error) -> Void
  ) throws {
    self.resolver = resolver
    self.network = network
    self.stale = stale
    self.server = server
    self.trace = trace
    self.report = report
    threads = try WorkThreads(on: loop)
    server.owner = self
  }

  package func received(_ received: ReceivedQuery, answer: @escaping ([UInt8]) -> Void) {
    totals.queries += 1
    do {
      let query: DNS.Message
      let edns: DNS.EDNS?
      switch try ResolverDoor.admit(received.message) {
      case .silent:
        trace?("\(Self.from(received)): no query, no answer")
        return
      case .refused(let octets):
        trace?("\(Self.from(received)): \(DNSTold.line(received.message, octets))")
        return answer(octets)
      case .query(let message, let options): (query, edns) = (message, options)
      }
      let client = Client(query: query, edns: edns, received: received, answer: answer)
      var isMissing = false
      let reply = try serve(
        query, isAllowed: true, cached: { try resolver.cached($0, now: Self.seconds) },
        resolve: { _ in
          isMissing = true
          throw NotYet()
        })
      if isMissing, let question = query.questions.first { return walk(question, for: client) }
      try send(reply, to: client)
    } catch {
      report(error)
    }
  }

  private static func from(_ received: ReceivedQuery) -> String {
    "\(received.peer) \(received.transport.rawValue)"
  }

  /// Seconds from any start, for the caches.
  private static var seconds: Int { Int(EventLoop.now / 1_000) }

  private func walk(_ question: DNS.Question, for client: Client) {
    waiting[question, default: []].append(client)
    guard waiting[question]?.count == 1 else { return }
    totals.walks += 1
    threads.run { [resolver, network, stale] in
      func resolve(_ question: DNS.Question) throws -> Resolver.Answer {
        try resolver.resolve(question, now: { Self.seconds }, exchange: network.exchange)
      }
      return Result {
        guard let stale else { return try resolve(question) }
        return try stale.answer(question, now: Self.seconds) {
          let answer = try resolve($0)
          let lease = try resolver.lease(of: answer, to: $0, now: Self.seconds)
          return Resolver.LeasedAnswer(answer, lease: lease)
        }
      }
    } completion: { [weak self] in
      self?.ended(question, $0)
    }
  }

  private func ended(_ question: DNS.Question, _ outcome: Result<Resolver.Answer, any Error>) {
    if case .failure(let error) = outcome {
      if error is NotStarted { report(error) }
      trace?("\(DNSTold.question(question)): \(error)")
    }
    for client in waiting.removeValue(forKey: question) ?? [] {
      do {
        let reply = try serve(
          client.query, isAllowed: true, cached: { _ in nil }, resolve: { _ in try outcome.get() })
        try send(reply, to: client)
      } catch {
        report(error)
      }
    }
  }

  private func send(_ reply: DNS.Message?, to client: Client) throws {
    guard let reply else { return }
    let octets = try ResolverDoor.octets(of: reply, edns: client.edns, over: client.received.transport)
    trace?("\(Self.from(client.received)): \(DNSTold.line(client.received.message, octets))")
    client.answer(octets)
  }
}
