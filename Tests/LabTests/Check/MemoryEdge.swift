import LabKit
import PostRoad

/// Our edge in front of our small origin as `lab check` sees them, without sockets. It can be made to do things wrong: where a cache does
/// not know a rule, that is as if it had not seen what the rule is about.
final class MemoryEdge: WebPeer {
  /// Changes what the cache sees of a request; the origin sees it as it came.
  var changeRequest: (inout HTTP.Request) -> Void = { _ in }
  /// Changes what the cache sees of the origin's response.
  var changeResponse: (inout HTTP.Response) -> Void = { _ in }
  /// Changes what the client gets.
  var changeAnswer: (_ request: HTTP.Request, inout HTTP.Response) -> Void = { _, _ in }
  /// Changes the head that the origin gets.
  var changeHead: (inout LB.RequestHead) -> Void = { _ in }
  /// What is between client and cache.
  var faults: Set<Fault> = []

  enum Fault: Hashable, Sendable, CaseIterable {
    case takesAnyHead, readsOnAfterBothLengths, answersBackwards, keepsOldClients, leavesChunksInside
    case believesCutResponses, doesNotInvalidate
  }

  private var cache: EdgeCache
  private var origin = BackendPaths(name: "a") { 1_000_000_000 }
  private let now = 1_000_000_000
  private var lastCaller = 0

  init() throws { cache = try EdgeCache() }

  func origins(_ target: String) throws -> [HTTP.Response] {
    let head = LB.RequestHead(method: "GET", target: target, fields: [])
    guard case .respond(let response) = origin.answer(to: HTTP.Request("GET", target), head, body: [])
    else { return [] }
    return [response]
  }

  func exchange(_ octets: [UInt8], methods: [String], waitsForEnd: Bool) throws -> WebExchange {
    var exchange = WebExchange()
    var text = String(decoding: octets, as: UTF8.self)
    while !text.isEmpty, !exchange.hasEnded, !exchange.isCutShort {
      let request = try PlainRequest(&text)
      let isBad = request.isBad && !faults.contains(.takesAnyHead)
      if isBad || request.hasBothLengths {
        exchange.responses.append(HTTP.Response(400))
        exchange.hasEnded = !(request.hasBothLengths && faults.contains(.readsOnAfterBothLengths))
      } else if let response = try answer(request) {
        exchange.responses.append(response)
        exchange.hasEnded = request.closes && !(request.isOld && faults.contains(.keepsOldClients))
      } else {
        exchange.responses.append(HTTP.Response(502))
      }
    }
    if faults.contains(.answersBackwards) { exchange.responses.reverse() }
    return exchange
  }

  private func answer(_ plain: PlainRequest) throws -> HTTP.Response? {
    lastCaller += 1
    var seen = plain.request
    changeRequest(&seen)
    if plain.request.method == "POST", faults.contains(.doesNotInvalidate) {
      return fetch(plain, seen)
    }
    var actions = try cache.request(seen, body: plain.body, from: lastCaller, now: now)
    while let action = actions.first {
      actions.removeFirst()
      switch action {
      case .answer(let caller, var response) where caller == lastCaller:
        if plain.request.method == "HEAD" { response.body = [] }
        changeAnswer(plain.request, &response)
        return response
      case .fetch(let fetch):
        guard var response = self.fetch(plain, fetch.request) else {
          actions += try cache.failed(fetch.id, .cutShort, now: now)
          continue
        }
        changeResponse(&response)
        actions += try cache.answered(fetch.id, response, now: now)
      default: continue
      }
    }
    return nil
  }

  /// Asks the origin, with the conditions that the cache has made; nil where the response is cut short.
  private func fetch(_ plain: PlainRequest, _ request: HTTP.Request) -> HTTP.Response? {
    var head = plain.head
    head.fields = request.fields.lines.map { LB.Field(HTTP.lowercaseASCII($0.name), $0.value) }
    let hop = plain.request.fields.tokens(of: "Connection")
    head.fields.removeAll { hop.contains($0.name) || $0.name == "connection" }
    head.fields.append(LB.Field("via", "1.1 edge"))
    changeHead(&head)
    let body =
      faults.contains(.leavesChunksInside) && plain.isChunked ? plain.body + plain.body : plain.body
    switch origin.answer(to: request, head, body: body) {
    case .respond(let response), .hold(let response): return response
    case .cut(let response): return faults.contains(.believesCutResponses) ? response : nil
    case .release: return nil
    }
  }
}
