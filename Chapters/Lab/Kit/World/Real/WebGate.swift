import PostRoad

/// A socket that stands for another node: what a process sends there over HTTP sets out on the world's roads.
final class WebGate: HTTPServer.Owner {
  /// The field that says which visit a request is for. Edges and balancers hand it on, as they do with what they do not know.
  static let visitField = "x-postroad-visit"

  let server: HTTPServer
  private let peer: String
  private unowned let node: ProcessNode
  /// The numbers of connections in the world, by those of the server.
  private var numbers: [Int: Int] = [:]

  init(to peer: String, of node: ProcessNode, on loop: EventLoop) throws {
    self.peer = peer
    self.node = node
    server = try HTTPServer(at: .loopback(port: 0), on: loop, report: Listening.report)
    server.owner = self
  }

  func received(_ request: ReceivedRequest, from connection: Int) {
    var head = request.head
    let visit = head.values(of: Self.visitField).first
    head.fields.removeAll { $0.name == Self.visitField }
    if let number = numbers[connection], node.calls.isOpen(number) {
      return node.emit([node.calls.send(.request(head), over: number, visit: visit, as: node.name)])
    }
    let line = WorldCalls.Line(
      peer: .node(peer), phase: .wait, visit: visit, waiting: .request(head),
      deliver: { [weak self] in self?.deliver($0, to: connection) })
    let (number, syn) = node.calls.open(line, as: node.name)
    numbers[connection] = number
    node.emit([syn])
  }

  func left(_ connection: Int) {
    guard let number = numbers.removeValue(forKey: connection) else { return }
    node.emit(node.calls.close(number))
  }

  private func deliver(_ content: WorldPacket.Content, to connection: Int) {
    guard case .response(let response) = content else {
      numbers[connection] = nil
      return server.drop(connection)
    }
    server.respond(to: connection, with: response)
  }
}
