import LoadBalancing
import PostRoad

/// A balancer on a socket: brings the requests of an `HTTPServer` to a `Balancer`, and sends them where it says.
package final class BalancerServer: HTTPServer.Owner {
  /// What went through since it began.
  package struct Totals: Hashable, Sendable {
    package var requests = 0
    package var retries = 0
    /// Requests that got no backend's answer.
    package var failures = 0
  }

  /// Milliseconds between two looks at which checks are due.
  private static let checkStep: Int64 = 100

  package private(set) var totals = Totals()
  private let server: HTTPServer
  private let loop: EventLoop
  private let clients: [OriginClient]
  private let probes: HealthProbes?
  private let name: String
  private let log: BalancerLog
  private var balancer: Balancer
  /// Requests that are not answered yet, by their connection, and which backend has each.
  private var requests: [Int: (received: ReceivedRequest, head: LB.RequestHead, backend: Int)] = [:]

  /// - Parameters:
  ///   - name: what it calls itself in Via.
  ///   - clients: one for each backend, in the order of the settings.
  ///   - probes: asks the backends whether they are up, where the settings have health checks.
  package init(
    _ settings: BalancerSettings, name: String, server: HTTPServer, clients: [OriginClient],
    probes: HealthProbes? = nil, on loop: EventLoop, log: BalancerLog
  ) throws {
    self.server = server
    self.loop = loop
    self.clients = clients
    self.probes = probes
    self.name = name
    self.log = log
    balancer = try Balancer(settings, now: EventLoop.now)
    server.owner = self
    if probes != nil { check() }
  }

  package func received(_ received: ReceivedRequest, from connection: Int) {
    totals.requests += 1
    // A tunnel has no requests to balance.
    guard received.head.method != "CONNECT" else {
      return server.respond(to: connection, with: HTTP.Response(501))
    }
    do {
      let head = try headForBackend(received)
      requests[connection] = (received, head, 0)
      let request = BalancerRequest(head.method, head.target, from: received.peer.address)
      perform(try balancer.request(request, as: connection, now: EventLoop.now), connection, status: 503)
    } catch is LB.ForwardError {
      server.respond(to: connection, with: HTTP.Response(400))
    } catch {
      giveUp(connection, error)
    }
  }

  package func left(_ connection: Int) {
    guard let request = requests.removeValue(forKey: connection) else { return }
    log.trace?("\(Self.line(request.head)): the client has left")
    clients[request.backend].stop(connection)
    balancer.left(connection)
  }

  private func perform(_ step: BalancerStep, _ connection: Int, status: Int) {
    switch step {
    case .send(let backend, let attempt): send(connection, to: backend, attempt: attempt)
    case .nobody: fail(connection, with: 503, "no backend is up")
    case .giveUp(let verdict): fail(connection, with: status, "\(verdict)")
    }
  }

  private func send(_ connection: Int, to backend: Int, attempt: Int) {
    guard let request = requests[connection] else { return }
    requests[connection]?.backend = backend
    if attempt > 1 { totals.retries += 1 }
    log.trace?(
      "\(Self.line(request.head)): to \(balancer.backends[backend].name)\(attempt > 1 ? ", again" : "")")
    do {
      // A second attempt takes no connection that may just be ending as well.
      try clients[backend].fetch(
        connection, request.head, body: request.received.body, mayUseKept: attempt == 1
      ) { [weak self] in self?.ended(connection, $0) }
    } catch {
      balancer.left(connection)
      giveUp(connection, error)
    }
  }

  private func ended(_ connection: Int, _ result: Result<HTTP.Response, OriginFailure>) {
    guard let request = requests[connection] else { return }
    do {
      switch result {
      case .success(let response):
        try balancer.answered(connection, now: EventLoop.now)
        requests[connection] = nil
        server.respond(to: connection, with: response)
      case .failure(let failure):
        let name = balancer.backends[request.backend].name
        log.trace?("\(Self.line(request.head)): \(name) has failed, \(failure)")
        let step = try balancer.failed(connection, failure, now: EventLoop.now)
        perform(step, connection, status: failure.status)
      }
    } catch {
      giveUp(connection, error)
    }
  }

  /// What an exercise has thrown is nobody's request's fault.
  private func giveUp(_ connection: Int, _ error: any Error) {
    log.report(error)
    fail(connection, with: 503, "\(error)")
  }

  private func fail(_ connection: Int, with status: Int, _ reason: String) {
    totals.failures += 1
    if let request = requests.removeValue(forKey: connection) {
      log.trace?("\(Self.line(request.head)): \(status), \(reason)")
    }
    server.respond(to: connection, with: HTTP.Response(status))
  }

  /// The head that a backend gets (exercise 5.18). The body is here as a whole, so nobody has to be asked whether to send it.
  private func headForBackend(_ received: ReceivedRequest) throws -> LB.RequestHead {
    var head = received.head
    head.fields.removeAll { $0.name == "expect" }
    return try forwardedHead(of: head, body: received.bodyLength, from: received.peer.host, by: name)
  }

  private func check() {
    do {
      for index in try balancer.beginChecks(now: EventLoop.now) {
        probes?.ask(index) { [weak self] in self?.checked(index, passed: $0) }
      }
    } catch {
      return log.report(error)
    }
    loop.after(Self.checkStep) { [weak self] in self?.check() }
  }

  private func checked(_ index: Int, passed: Bool) {
    do {
      guard let change = try balancer.checked(index, passed: passed, now: EventLoop.now) else { return }
      log.note("\(balancer.backends[index].name) is \(change == .wentUp ? "up" : "down")")
    } catch {
      log.report(error)
    }
  }

  private static func line(_ head: LB.RequestHead) -> String { "\(head.method) \(head.target)" }
}
