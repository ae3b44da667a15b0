#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The UDP half of a road. Each client has a socket of its own toward the target, so that answers find back.
final class RoadDatagrams: EventLoop.Handler {
  /// Clients at one time; each needs a descriptor. For a further one the client that was silent for the longest is forgotten.
  private static let mostClients = 256
  /// Milliseconds for which a silent client is remembered.
  private static let idle: Int64 = 60_000
  /// Datagrams that are read before others get their turn.
  private static let batch = 64

  private let socket: Socket
  private unowned let road: RoadServer
  private var up: RoadWay
  private var down: RoadWay
  private var clients: [Endpoint: RoadClient] = [:]
  /// The largest datagram there is.
  private var buffer = [UInt8](repeating: 0, count: 65_535)

  init(_ socket: Socket, road: RoadServer) throws {
    self.socket = socket
    self.road = road
    up = try RoadWay(road.settings, name: "udp to")
    down = try RoadWay(road.settings, name: "udp from")
    road.loop.watch(socket.descriptor, for: POLLIN, self)
  }

  func ready(_ events: Int32) {
    for _ in 0..<Self.batch {
      guard let (count, peer) = socket.receive(into: &buffer) else { return }
      guard let client = client(peer) else { continue }
      let datagram = Array(buffer[..<count])
      carry(up.datagram(at: road.time), "udp \(peer) to \(road.target), \(count) octets") {
        try? client.socket.write(datagram)
      }
    }
  }

  func tick(now: Int64) {
    for (peer, client) in clients where now - client.lastUse > Self.idle { forget(peer) }
  }

  /// An answer has come for a client.
  fileprivate func answer(_ datagram: [UInt8], to peer: Endpoint) {
    carry(
      down.datagram(at: road.time), "udp \(road.target) to \(peer), \(datagram.count) octets"
    ) { [socket] in socket.send(datagram, to: peer) }
  }

  private func carry(_ arrival: Int64?, _ what: String, deliver: @escaping () -> Void) {
    road.totals.datagrams += 1
    guard let arrival else {
      road.totals.lost += 1
      road.trace?("\(what): lost")
      return
    }
    road.trace?(what)
    road.at(arrival, deliver)
  }

  private func client(_ peer: Endpoint) -> RoadClient? {
    if let known = clients[peer] {
      known.lastUse = EventLoop.now
      return known
    }
    if clients.count >= Self.mostClients,
      let oldest = clients.min(by: { $0.value.lastUse < $1.value.lastUse })
    {
      forget(oldest.key)
    }
    do {
      let client = RoadClient(peer, try Socket.connecting(.udp, to: road.target), owner: self)
      road.loop.watch(client.socket.descriptor, for: POLLIN, client)
      clients[peer] = client
      return client
    } catch {
      road.report(error)
      return nil
    }
  }

  private func forget(_ peer: Endpoint) {
    guard let client = clients.removeValue(forKey: peer) else { return }
    road.loop.forget(client.socket.descriptor)
  }
}

/// A client, and the socket that its datagrams leave by.
private final class RoadClient: EventLoop.Handler {
  let socket: Socket
  var lastUse = EventLoop.now
  private let peer: Endpoint
  private unowned let owner: RoadDatagrams

  init(_ peer: Endpoint, _ socket: Socket, owner: RoadDatagrams) {
    self.peer = peer
    self.socket = socket
    self.owner = owner
  }

  func ready(_ events: Int32) {
    // Where nobody listens, the system says so here. On a real road the client would not learn it either.
    guard let datagram = try? socket.read() else { return }
    lastUse = EventLoop.now
    owner.answer(datagram, to: peer)
  }

  func tick(now: Int64) {}
}
