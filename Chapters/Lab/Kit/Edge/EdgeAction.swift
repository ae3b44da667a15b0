import PostRoad

/// What whoever drives an edge has to do.
package enum EdgeAction: Hashable, Sendable {
  /// Send this caller this response.
  case answer(Int, HTTP.Response)
  /// Nothing: this caller waits for a request that is under way.
  case wait(Int)
  /// Ask the origin, and report what came of it under the fetch's number.
  case fetch(EdgeFetch)
  /// Nobody wants the answer to this fetch any more; nothing need be reported.
  case stop(Int)
}

/// A request to the origin.
package struct EdgeFetch: Hashable, Sendable {
  package var id: Int
  package var request: HTTP.Request
  /// The body that came with the caller's request.
  package var body: [UInt8]
  /// Whose request brought it about.
  package var caller: Int
  /// Nobody waits for its answer: a stale response was served, and is refreshed.
  package var isRefresh: Bool
}

/// How an edge is set up.
package struct EdgeSettings: Hashable, Sendable {
  /// What it calls itself in Cache-Status and Via.
  package var name = "edge"
  /// The octets that the store may have, fields and an allowance for each response included.
  package var capacity = 64 << 20
  /// For how long nobody waits for a response that could not be shared before: Varnish's hit-for-miss, 120 s.
  package var passSeconds = 120
  /// The fields that are for caches like this one, the most important first (RFC 9213 §3.1).
  package var targets = ["CDN-Cache-Control"]
  /// The most stored responses of one key. A client can make a Vary have as many as it likes.
  package var variants = 32
  /// The statuses whose rules the edge knows and keeps. It stores no 206.
  package var understood: Set<Int> = [
    200, 203, 204, 300, 301, 302, 303, 307, 308, 400, 403, 404, 405, 410, 414, 501,
  ]

  package init() {}
}
