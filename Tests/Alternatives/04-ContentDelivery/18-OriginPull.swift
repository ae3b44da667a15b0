import PostRoad

/// One flat list of everything that is stored, newest last; each question walks through it.
public struct OriginPull {
  private var entries: [(key: String, stored: HTTP.StoredResponse)] = []
  private let statuses: Set<Int>
  private let validation: (HTTP.Request, HTTP.StoredResponse) throws -> HTTP.Request?
  private let renewal: (HTTP.StoredResponse, HTTP.Response, Int, Int) throws -> HTTP.StoredResponse

  public init(
    understanding understood: Set<Int>,
    validate: @escaping (HTTP.Request, HTTP.StoredResponse) throws -> HTTP.Request?,
    freshen: @escaping (HTTP.StoredResponse, HTTP.Response, Int, Int) throws -> HTTP.StoredResponse
  ) throws {
    (statuses, validation, renewal) = (understood, validate, freshen)
  }

  /// The place of the stored response for a request.
  private func place(of request: HTTP.Request) throws -> Int? {
    let key = try cacheKey(for: request)
    let places = entries.indices.filter { entries[$0].key == key }
    return try selectResponse(for: request, among: places.map { entries[$0].stored }).map { places[$0] }
  }

  public func begin(_ request: HTTP.Request, now: Int) throws -> HTTP.PullStep {
    let found = try place(of: request).map { entries[$0].stored }
    let verdict = try decideReuse(of: found, for: request, now: now)
    if verdict == .gatewayTimeout { return .answer(HTTP.Response(504)) }
    if let found, verdict == .serve, let answer = try serve(found, request, now) { return .answer(answer) }
    if let found, verdict != .forward, let conditional = try validation(request, found) {
      return .ask(conditional)
    }
    return .ask(request)
  }

  private func serve(_ stored: HTTP.StoredResponse, _ request: HTTP.Request, _ now: Int) throws -> HTTP
    .Response?
  {
    let verdict = try evaluateConditions(of: request, against: stored, now: now)
    let full = try response(from: stored, now: now)
    if case .notModified(let fields) = verdict {
      let age = full.fields.lines.filter { $0.isNamed("Age") }
      return HTTP.Response(304, HTTP.Fields(fields.lines + age))
    }
    guard verdict == .full else { return nil }
    return request.method == "HEAD" ? HTTP.Response(full.status, full.fields) : full
  }

  public mutating func finish(
    _ request: HTTP.Request, _ response: HTTP.Response, asked: Int, now: Int
  ) throws -> HTTP.Response {
    let key = try cacheKey(for: request)
    guard response.status != 304 else {
      guard request.method == "GET" || request.method == "HEAD", let place = try place(of: request),
        try validation(request, entries[place].stored) != nil
      else { return response }
      let renewed = try renewal(entries[place].stored, response, asked, now)
      let others = request.fields.lines.filter {
        !$0.isNamed("If-Match") && !$0.isNamed("If-Unmodified-Since")
      }
      let answer = try serve(renewed, HTTP.Request(request.method, request.uri, HTTP.Fields(others)), now)
      entries[place].stored = renewed
      return answer ?? response
    }
    guard response.status != 206 else { return response }
    guard try decideStoring(response, to: request, understanding: statuses) == .store else { return response }
    var kept = response
    kept.fields = try storedFields(of: response)
    let entry = HTTP.StoredResponse(kept, to: request, requestTime: asked, responseTime: now)
    entries = try entries.filter { try $0.key != key || !varyMatches(request, $0.stored) } + [(key, entry)]
    return response
  }
}
