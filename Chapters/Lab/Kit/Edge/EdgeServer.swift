import ContentDelivery
import LoadBalancing
import PostRoad

/// An edge on a socket: brings the requests of an `HTTPServer` to an `EdgeCache`, and its fetches to an `OriginClient`.
package final class EdgeServer: HTTPServer.Owner {
  /// What went through since it began.
  package struct Totals: Hashable, Sendable {
    package var requests = 0
    package var fetches = 0
  }

  package private(set) var totals = Totals()
  private let server: HTTPServer
  private let origin: OriginClient
  private var cache: EdgeCache
  private let name: String
  private let wallClock: @Sendable () -> Int
  private let trace: ((String) -> Void)?
  private let report: (any Error) -> Void
  /// Requests that are not answered yet, by their connection.
  private var requests: [Int: ReceivedRequest] = [:]

  /// - Parameters:
  ///   - trace: is told one line for each thing that happens.
  ///   - report: is told of errors that are nobody's request's fault.
  package init(
    _ settings: EdgeSettings, server: HTTPServer, origin: OriginClient,
    wallClock: @escaping @Sendable () -> Int,
    trace: ((String) -> Void)?, report: @escaping (any Error) -> Void
  ) throws {
    self.server = server
    self.origin = origin
    self.wallClock = wallClock
    self.trace = trace
    self.report = report
    name = settings.name
    cache = try EdgeCache(settings)
    server.owner = self
  }

  package func received(_ request: ReceivedRequest, from connection: Int) {
    totals.requests += 1
    // TRACE and CONNECT speak to whoever is there, not to a resource; so does the target `*`.
    switch request.request.method {
    case "TRACE", "CONNECT": return server.respond(to: connection, with: HTTP.Response(501))
    default: if request.head.target == "*" { return server.respond(to: connection, with: HTTP.Response(501)) }
    }
    requests[connection] = request
    attempt(connection) {
      try cache.request(
        request.request, body: request.body, number: request.number, from: connection, now: wallClock())
    }
  }

  package func left(_ connection: Int) {
    guard let request = requests.removeValue(forKey: connection) else { return }
    trace?("\(Self.line(request)): the client has left")
    attempt(nil) { try cache.left(connection) }
  }

  /// Does what the cache says. What it throws is answered to the one whose request it was.
  private func attempt(_ connection: Int?, _ decide: () throws -> [EdgeAction]) {
    let actions: [EdgeAction]
    do {
      actions = try decide()
    } catch {
      let isTheirs = error is HTTP.TargetError || error is LB.ForwardError
      if !isTheirs { report(error) }
      if let connection, requests.removeValue(forKey: connection) != nil {
        server.respond(to: connection, with: HTTP.Response(isTheirs ? 400 : 503))
      }
      return
    }
    for action in actions { perform(action) }
  }

  private func perform(_ action: EdgeAction) {
    switch action {
    case .answer(let connection, let response):
      guard let request = requests.removeValue(forKey: connection) else { return }
      if let trace {
        let told = response.fields.values(of: "Cache-Status").last ?? name
        trace("\(Self.line(request)): \(response.status), \(told)")
      }
      server.respond(to: connection, with: response)
    case .wait(let connection):
      if let request = requests[connection] { trace?("\(Self.line(request)): waits") }
    case .fetch(let fetch): send(fetch)
    case .stop(let fetch): origin.stop(fetch)
    }
  }

  private func send(_ fetch: EdgeFetch) {
    totals.fetches += 1
    trace?("\(fetch.request.method) \(fetch.request.uri): asks the origin")
    do {
      let head = try originHead(of: fetch)
      try origin.fetch(fetch.id, head, body: fetch.body) { [weak self] in self?.ended(fetch, $0) }
    } catch {
      if !(error is LB.ForwardError) { report(error) }
      ended(fetch, .failure(.unreachable("\(error)")))
    }
  }

  private func ended(_ fetch: EdgeFetch, _ result: Result<HTTP.Response, OriginFailure>) {
    switch result {
    case .success(let response):
      attempt(fetch.caller) { try cache.answered(fetch.id, response, now: wallClock()) }
    case .failure(let failure):
      trace?("\(fetch.request.method) \(fetch.request.uri): the origin has failed: \(failure)")
      attempt(fetch.caller) { try cache.failed(fetch.id, failure, now: wallClock()) }
    }
  }

  /// The head that the origin gets: chapter 5 takes out what was for the client's connection, and adds who asks (exercise 5.18).
  private func originHead(of fetch: EdgeFetch) throws -> LB.RequestHead {
    let received = requests[fetch.caller]
    let fields = fetch.request.fields.lines
      .filter { !$0.isNamed("Expect") }.map { LB.Field(HTTP.lowercaseASCII($0.name), $0.value) }
    let target = try received?.head.target ?? Self.target(of: fetch.request.uri)
    let head = LB.RequestHead(
      method: fetch.request.method, target: target, minorVersion: received?.head.minorVersion ?? 1,
      fields: fields)
    let length = received.map { $0.bodyLength } ?? .bytes(0)
    return try forwardedHead(of: head, body: length, from: received?.peer.host ?? "unknown", by: name)
  }

  private static func target(of uri: String) throws -> String {
    let target = try HTTP.Target(uri)
    return (target.path.isEmpty ? "/" : target.path) + (target.query.map { "?\($0)" } ?? "")
  }

  private static func line(_ request: ReceivedRequest) -> String {
    "\(request.request.method) \(request.request.uri)"
  }
}
