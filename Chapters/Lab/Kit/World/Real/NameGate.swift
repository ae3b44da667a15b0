import PostRoad

/// A socket that stands for a name server's address: the queries that a resolver sends there set out on the world's roads.
final class NameGate: DNSServer.Owner {
  let server: DNSServer
  private let address: Resolver.Address
  private unowned let node: ProcessNode

  init(to address: Resolver.Address, of node: ProcessNode, on loop: EventLoop) throws {
    self.address = address
    self.node = node
    server = try DNSServer(at: .loopback(port: 0), on: loop)
    server.owner = self
  }

  func received(_ query: ReceivedQuery, answer: @escaping ([UInt8]) -> Void) {
    let visit = node.visit
    guard query.transport == .tcp else {
      node.calls.ask(query.message, of: address, answer: answer)
      return node.emit([
        .send(
          WorldPacket(
            from: node.name, to: .address(address), .datagram(query.message), visit: visit, phase: .dns))
      ])
    }
    let line = WorldCalls.Line(
      peer: .address(address), phase: .dns, visit: visit, waiting: .message(query.message),
      deliver: { if case .message(let message) = $0 { answer(message) } })
    node.emit([node.calls.open(line, as: node.name).effect])
  }
}
