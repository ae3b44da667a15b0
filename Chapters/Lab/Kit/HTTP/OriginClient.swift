import LoadBalancing
import PostRoad

/// What an origin may ask of us.
package struct OriginLimits: Sendable {
  /// Milliseconds from the request to the last octet of its response.
  package var milliseconds: Int64 = 10_000
  /// The octets of a body. Bodies are kept whole in memory.
  package var body = 64 << 20
  /// Connections at one time; further requests wait for one.
  package var connections = 64
  /// Connections that are kept without a request.
  package var kept = 64
  /// How often a request is sent at most. A kept connection may end just as a request is sent on it: that alone is a reason to send
  /// it again (RFC 9112 §9.3.1). 1 leaves the decision to the caller.
  package var attempts = 2
  /// Milliseconds for which a connection is kept without a request: less than servers usually do, so that it is seldom they who end it.
  package var idle: Int64 = 4_000
  /// Seconds since 1970.
  package var wallClock: @Sendable () -> Int

  package init(wallClock: @escaping @Sendable () -> Int) { self.wallClock = wallClock }
}

/// The client side of HTTP/1.1 toward one origin: keeps connections, and sends each request on a free one.
package final class OriginClient {
  package typealias Completion = (Result<HTTP.Response, OriginFailure>) -> Void

  private struct Job {
    let id: Int
    let head: LB.RequestHead
    let body: [UInt8]
    var attempt = 1
    /// Whether a kept connection may be used.
    var mayUseKept: Bool
    let completion: Completion
  }

  private let origin: Endpoint
  private let loop: EventLoop
  private let limits: OriginLimits
  private let heads = KnownResponseHeads()
  private var retry: Retry
  private var idle: [OriginConnection] = []
  private var busy: [Int: OriginConnection] = [:]
  private var queue: [Job] = []

  package init(origin: Endpoint, on loop: EventLoop, limits: OriginLimits) throws {
    self.origin = origin
    self.loop = loop
    self.limits = limits
    retry = try Retry(LB.RetryPolicy(attempts: limits.attempts))
  }

  /// Sends a request. `completion` is called once, maybe from here, unless the request is stopped.
  ///
  /// - Parameters:
  ///   - id: a number that no other request under way has.
  ///   - mayUseKept: whether the request may be sent on a connection that had others before.
  package func fetch(
    _ id: Int, _ head: LB.RequestHead, body: [UInt8], mayUseKept: Bool = true,
    completion: @escaping Completion
  ) throws {
    try retry.request(now: seconds)
    queue.append(Job(id: id, head: head, body: body, mayUseKept: mayUseKept, completion: completion))
    work()
  }

  /// Nobody wants the response of a request any more.
  package func stop(_ id: Int) {
    queue.removeAll { $0.id == id }
    busy.removeValue(forKey: id)?.abandon()
    work()
  }

  private var seconds: Int { Int(EventLoop.now / 1000) }

  private func work() {
    while !queue.isEmpty, busy.count < limits.connections { start(queue.removeFirst()) }
  }

  private func start(_ job: Job) {
    let connection: OriginConnection
    if job.mayUseKept, let kept = idle.popLast() {
      connection = kept
    } else {
      do {
        let socket = try Socket.connecting(to: origin)
        let stream = ByteStream(
          socket, on: loop, isConnecting: true, inputLimit: max(65_536, LB.RequestHead.maximumLength))
        connection = OriginConnection(stream, limits: limits, heads: heads)
      } catch {
        return job.completion(.failure(.unreachable("\(error)")))
      }
    }
    busy[job.id] = connection
    connection.send(job.head, body: job.body) { [weak self] in self?.ended(job, connection, $0) }
  }

  private func ended(_ job: Job, _ connection: OriginConnection, _ result: OriginConnection.Result) {
    busy.removeValue(forKey: job.id)
    if idle.count >= limits.kept { connection.stream.close() }
    if !connection.stream.isClosed {
      connection.onIdleEnd = { [weak self] in self?.idle.removeAll { $0.stream.isClosed } }
      idle.append(connection)
    }
    switch result {
    case .response(let response): job.completion(.success(response))
    case .failure(let failure, let hasBegun):
      let wasKept = failure == .cutShort && !hasBegun && connection.requests > 1
      if wasKept, isRetried(job) {
        var again = job
        again.attempt += 1
        again.mayUseKept = false
        queue.insert(again, at: 0)
      } else {
        job.completion(.failure(wasKept ? .keptConnectionEnded : failure))
      }
    }
    work()
  }

  /// Chapter 5 decides: whether the method allows it, and whether not too much is sent twice.
  private func isRetried(_ job: Job) -> Bool {
    let attempt = LB.FailedAttempt(job.head.method, number: job.attempt, reach: .unanswered)
    return (try? retry.failed(attempt, now: seconds)) == .retry
  }
}
