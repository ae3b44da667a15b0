#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The TCP half of a road.
final class RoadStreams: EventLoop.Handler {
  /// Each needs two descriptors.
  private static let mostConnections = 300

  private let socket: Socket
  private unowned let road: RoadServer
  private var connections: [Int: RoadConnection] = [:]
  private var lastID = 0

  init(_ socket: Socket, road: RoadServer) {
    self.socket = socket
    self.road = road
    watch()
  }

  func ready(_ events: Int32) {
    while connections.count < Self.mostConnections, let (accepted, peer) = socket.accept() {
      lastID += 1
      road.totals.connections += 1
      do {
        let connection = try RoadConnection(lastID, accepted, from: peer, road: road, owner: self)
        connections[lastID] = connection
        connection.begin()
      } catch {
        road.report(error)
      }
    }
    watch()
  }

  func tick(now: Int64) {}

  func closed(_ id: Int) {
    connections[id] = nil
    watch()
  }

  private func watch() {
    road.loop.watch(
      socket.descriptor, for: connections.count < Self.mostConnections ? POLLIN : 0, self)
  }
}
