import PostRoad

/// A small origin for experiments, on a socket.
package final class Backend: HTTPServer.Owner {
  private let server: HTTPServer
  private let trace: ((String) -> Void)?
  private var paths: BackendPaths
  private var held: [(connection: Int, response: HTTP.Response)] = []

  package init(
    name: String, server: HTTPServer, wallClock: @escaping () -> Int, trace: ((String) -> Void)?
  ) {
    self.server = server
    self.trace = trace
    paths = BackendPaths(name: name, wallClock: wallClock)
    server.owner = self
  }

  package func left(_ connection: Int) { held.removeAll { $0.connection == connection } }

  package func received(_ received: ReceivedRequest, from connection: Int) {
    trace?("\(received.request.method) \(received.head.target)")
    switch paths.answer(to: received.request, received.head, body: received.body) {
    case .respond(let response): server.respond(to: connection, with: response)
    case .cut(let response): server.respond(to: connection, cutting: response)
    case .hold(let response): held.append((connection, response))
    case .release:
      let released = held
      held = []
      for (waiting, response) in released { server.respond(to: waiting, with: response) }
      server.respond(to: connection, with: paths.text(200, "\(released.count)"))
    }
  }
}
