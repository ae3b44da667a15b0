import PostRoad

/// A server of HTTP that is judged, as it is seen from outside, and what is behind it.
package protocol WebPeer {
  /// Sends octets on a new connection, and reads the responses to these methods.
  ///
  /// - Parameter waitsForEnd: whether to find out if the server then ends the connection.
  func exchange(_ octets: [UInt8], methods: [String], waitsForEnd: Bool) throws -> WebExchange
  /// Asks each origin behind it directly: `lab backend`, which counts its requests.
  func origins(_ target: String) throws -> [HTTP.Response]
}

/// What came on a connection.
package struct WebExchange: Hashable, Sendable {
  package var responses: [HTTP.Response] = []
  /// The connection ended in the middle of a response, or what came was none.
  package var isCutShort = false
  /// The server has ended the connection.
  package var hasEnded = false

  package init() {}
}

/// One over sockets.
struct SocketWeb: WebPeer {
  /// Milliseconds for an answer: a server on this machine needs a few.
  private static let patience: Int64 = 5_000
  /// Milliseconds until a server counts as one that does not end a connection.
  private static let endPatience: Int64 = 300

  let endpoint: Endpoint
  let behind: [Endpoint]

  func exchange(_ octets: [UInt8], methods: [String], waitsForEnd: Bool) throws -> WebExchange {
    try Self.exchange(octets, methods: methods, waitsForEnd: waitsForEnd, with: endpoint)
  }

  func origins(_ target: String) throws -> [HTTP.Response] {
    try behind.map { origin in
      let request = Array("GET \(target) HTTP/1.1\r\nHost: \(origin)\r\n\r\n".utf8)
      let exchange = try Self.exchange(request, methods: ["GET"], waitsForEnd: false, with: origin)
      guard let response = exchange.responses.first else { throw NotJudged(reason: "\(origin) is silent") }
      return response
    }
  }

  private static func exchange(
    _ octets: [UInt8], methods: [String], waitsForEnd: Bool, with endpoint: Endpoint
  ) throws -> WebExchange {
    let connection = try PatientConnection(to: endpoint, patience: patience)
    try connection.send(octets)
    var exchange = WebExchange()
    for method in methods where !exchange.isCutShort {
      do {
        let (head, body) = try connection.response(to: method)
        exchange.responses.append(HTTP.Response(head.status, head.fields, body: body))
        if case .untilEnd = head.length { exchange.hasEnded = true }
      } catch let failure as PatientConnection.Failure {
        guard case .lost = failure else { throw failure }
        exchange.isCutShort = true
      } catch let error as NotStarted {
        throw error
      } catch {
        exchange.isCutShort = true
      }
    }
    let limit = EventLoop.now + endPatience
    while waitsForEnd, !connection.isAtEnd, EventLoop.now < limit {
      do { try connection.receive() } catch { break }
    }
    exchange.hasEnded = exchange.hasEnded || connection.isAtEnd
    return exchange
  }
}
