import LoadBalancing
import PostRoad

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The server side of HTTP/1.1: accepts connections, and hands on whole requests.
package final class HTTPServer: EventLoop.Handler {
  /// Who answers. A request is known by the number of its connection, which has one request at a time.
  package protocol Owner: AnyObject {
    func received(_ request: ReceivedRequest, from connection: Int)
    /// The client of a request that has not been answered has left.
    func left(_ connection: Int)
  }

  package weak var owner: (any Owner)?
  package let limits: ServerLimits
  /// Where it listens.
  package let endpoint: Endpoint
  let name: String

  private var heads = KnownHeads<ReceivedRequest>()
  private var fields = KnownFields()
  private var lastNumber = 0

  private let loop: EventLoop
  private let socket: Socket
  let report: (any Error) -> Void
  private var connections: [Int: ServerConnection] = [:]
  private var waiting: Set<Int> = []
  private var lastID = 0

  /// - Parameter report: is told of errors that no client has caused.
  package init(
    at endpoint: Endpoint, on loop: EventLoop, limits: ServerLimits = ServerLimits(),
    report: @escaping (any Error) -> Void
  ) throws {
    self.loop = loop
    self.limits = limits
    self.report = report
    socket = try Socket.listening(.tcp, at: endpoint)
    self.endpoint = socket.endpoint
    name = socket.endpoint.description
    watch()
  }

  /// Answers the request of a connection. Where that has gone, nothing happens.
  package func respond(to connection: Int, with response: HTTP.Response) {
    waiting.remove(connection)
    connections[connection]?.respond(response)
  }

  /// Sends a response whose body ends before its Content-Length says, for experiments.
  package func respond(to connection: Int, cutting response: HTTP.Response) {
    waiting.remove(connection)
    connections[connection]?.respond(cutting: response)
  }

  package func ready(_ events: Int32) {
    while connections.count < limits.connections, let (accepted, peer) = socket.accept() {
      lastID += 1
      let stream = ByteStream(accepted, on: loop, inputLimit: Self.inputLimit)
      connections[lastID] = ServerConnection(lastID, stream, peer: peer, server: self)
    }
    watch()
  }

  package func tick(now: Int64) {}

  /// The request whose head is at the front of the octets, without its body.
  ///
  /// - Throws: what `parseRequestHead` and `bodyLength` throw.
  func readHead(_ octets: [UInt8]) throws -> ReceivedRequest {
    try heads.read(octets) { octets in
      let head = try fields.parse(octets)
      lastNumber += 1
      let request = ReceivedRequest(
        head, try bodyLength(of: head), number: lastNumber, at: endpoint, name: name)
      return (request, head.length)
    }
  }

  func received(_ connection: Int, _ request: ReceivedRequest) {
    waiting.insert(connection)
    owner?.received(request, from: connection)
  }

  func connectionClosed(_ connection: Int) {
    guard connections.removeValue(forKey: connection) != nil else { return }
    if waiting.remove(connection) != nil { owner?.left(connection) }
    watch()
  }

  /// Twice the largest head: one request, and what its client sends ahead of the answer.
  private static let inputLimit = 2 * LB.RequestHead.maximumLength

  /// As long as there are as many as there may be, the next ones wait in the system's queue.
  private func watch() {
    loop.watch(socket.descriptor, for: connections.count < limits.connections ? POLLIN : 0, self)
  }
}
