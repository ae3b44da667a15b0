import ContentDelivery
import PostRoad

/// What the small origin answers: it is in the request's path and query.
package struct BackendPaths {
  /// What `lab backend --help` says of it.
  package static let help = """
      /anything                 200, "NAME: request 1 of /anything", counted for each path
      ?max-age=60               Cache-Control: max-age=60; any other directive as well, several with &
      ?etag=v7                  ETag: "v7", and 304 to whoever has it
      ?vary=accept-language     Vary
      ?status=503               that status
      ?size=1000000             a body of so many octets
      /hold…                    no answer until somebody asks for /release
      /cut…                     a Content-Length, and half of the body
      /head…                    the request as it came: its head, and how many octets its body has
      /count?path=/map          how often /map was asked for
    """

  /// What happens with a response.
  package enum Step: Hashable, Sendable {
    case respond(HTTP.Response)
    /// Half of its body is sent, and then the connection ends.
    case cut(HTTP.Response)
    /// It is sent when somebody asks for it.
    case hold(HTTP.Response)
    /// Somebody asks for all that is held.
    case release
  }

  private let name: String
  private let wallClock: () -> Int
  private var counts: [String: Int] = [:]

  /// - Parameter wallClock: seconds since 1970.
  package init(name: String, wallClock: @escaping () -> Int) {
    self.name = name
    self.wallClock = wallClock
  }

  package mutating func answer(
    to request: HTTP.Request, _ head: LB.RequestHead, body: [UInt8]
  ) -> Step {
    let parts = head.target.split(separator: "?", maxSplits: 1)
    let path = parts.first.map(String.init) ?? "/"
    let query = Query(parts.count > 1 ? String(parts[1]) : "")
    switch path {
    case "/count": return .respond(text(200, "\(counts[query["path"] ?? "/", default: 0])"))
    case "/release": return .release
    default:
      counts[path, default: 0] += 1
      var response = response(to: request, path, query)
      if path.hasPrefix("/head") { response.body = Self.format(head, body) }
      return path.hasPrefix("/hold")
        ? .hold(response) : path.hasPrefix("/cut") ? .cut(response) : .respond(response)
    }
  }

  /// A response of one line.
  func text(_ status: Int, _ line: String) -> HTTP.Response {
    HTTP.Response(
      status, ["Date": httpDateText(wallClock()), "Content-Type": "text/plain; charset=utf-8"],
      body: Array("\(line)\n".utf8))
  }

  private func response(to request: HTTP.Request, _ path: String, _ query: Query) -> HTTP.Response {
    var response = text(
      Int(query["status"] ?? "") ?? 200, "\(name): request \(counts[path, default: 0]) of \(path)")
    if let size = query["size"].flatMap({ Int($0) }) {
      response.body = (0..<min(max(0, size), 32 << 20)).map { UInt8(ascii: "a") + UInt8($0 % 26) }
    }
    let control = query.others.map { $0.value.isEmpty ? $0.name : "\($0.name)=\($0.value)" }
    if !control.isEmpty { response.fields.append("Cache-Control", control.joined(separator: ", ")) }
    if let vary = query["vary"] { response.fields.append("Vary", vary) }
    guard let tag = query["etag"] else { return response }
    response.fields.append("ETag", "\"\(tag)\"")
    let stored = HTTP.StoredResponse(
      response, to: request, requestTime: wallClock(), responseTime: wallClock())
    let verdict = try? evaluateConditions(of: request, against: stored, now: wallClock())
    guard case .notModified(let fields) = verdict else { return response }
    return HTTP.Response(304, fields)
  }

  private static func format(_ head: LB.RequestHead, _ body: [UInt8]) -> [UInt8] {
    let lines =
      ["\(head.method) \(head.target) HTTP/1.\(head.minorVersion)"]
      + head.fields.map { "\($0.name): \($0.value)" } + ["", "\(body.count) octets"]
    return lines.flatMap { Array("\($0)\n".utf8) }
  }
}

/// The names and values of a query, as they are.
private struct Query {
  /// Those that are no directives.
  private static let own = ["etag", "vary", "status", "size", "path"]
  private let pairs: [(name: String, value: String)]

  init(_ text: String) {
    pairs = text.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1)
      return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
  }

  subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }
  var others: [(name: String, value: String)] { pairs.filter { !Self.own.contains($0.name) } }
}
