import LabKit
import PostRoad
import Testing

/// An edge and a clock. What it is asked and told is written in the test.
struct EdgeScript {
  private(set) var edge: EdgeCache
  var now = 1_000_000_000
  private var lastCaller = 0
  /// Equal requests have one number, as a server gives it to them.
  private var numbers: [HTTP.Request: Int] = [:]

  init(_ settings: EdgeSettings = EdgeSettings()) throws { edge = try EdgeCache(settings) }

  static func uri(_ path: String) -> String { "http://www.postroad.example\(path)" }

  /// Another caller brings a request.
  mutating func ask(
    _ path: String, _ fields: HTTP.Fields = [:], method: String = "GET", body: [UInt8] = []
  ) throws -> (caller: Int, actions: [EdgeAction]) {
    lastCaller += 1
    let request = HTTP.Request(method, Self.uri(path), fields)
    let number = numbers[request] ?? numbers.count
    numbers[request] = number
    return (lastCaller, try edge.request(request, body: body, number: number, from: lastCaller, now: now))
  }

  /// Brings a request that has to be asked of the origin: the fetch.
  mutating func fetch(
    _ path: String, _ fields: HTTP.Fields = [:], method: String = "GET", body: [UInt8] = []
  ) throws -> EdgeFetch {
    let fetches = try ask(path, fields, method: method, body: body).actions.fetches
    return try #require(fetches.first)
  }

  /// Brings a request that is answered at once: the response.
  mutating func response(
    _ path: String, _ fields: HTTP.Fields = [:], method: String = "GET"
  ) throws -> HTTP.Response {
    let responses = try ask(path, fields, method: method).actions.responses
    return try #require(responses.first)
  }

  mutating func answer(_ fetch: EdgeFetch, _ response: HTTP.Response) throws -> [EdgeAction] {
    try edge.answered(fetch.id, response, now: now)
  }

  mutating func fail(
    _ fetch: EdgeFetch, _ failure: OriginFailure = .cutShort
  ) throws -> [EdgeAction] {
    try edge.failed(fetch.id, failure, now: now)
  }

  /// The number of the next caller.
  var nextCaller: Int { lastCaller + 1 }

  mutating func leave(_ caller: Int) throws -> [EdgeAction] { try edge.left(caller) }

  /// Brings a request that has to be asked of the origin, and answers it: what the caller gets.
  mutating func fill(
    _ path: String, _ fields: HTTP.Fields = [:], with response: HTTP.Response
  ) throws -> HTTP.Response {
    let begun = try fetch(path, fields)
    let answers = try answer(begun, response)
    return try #require(answers.responses.first)
  }
}

extension [EdgeAction] {
  var fetches: [EdgeFetch] { compactMap { if case .fetch(let fetch) = $0 { fetch } else { nil } } }
  var responses: [HTTP.Response] {
    compactMap { if case .answer(_, let response) = $0 { response } else { nil } }
  }
  var answered: [Int] { compactMap { if case .answer(let caller, _) = $0 { caller } else { nil } } }
}

extension HTTP.Response {
  var text: String { String(decoding: body, as: UTF8.self) }
  var told: String { fields.values(of: "Cache-Status").joined(separator: ", ") }

  /// A 200 with a text for a body.
  static func ok(_ text: String, _ fields: HTTP.Fields = [:]) -> HTTP.Response {
    HTTP.Response(200, fields, body: Array(text.utf8))
  }
}
