/// A TCP connection on a road: two connections, and the octets that are between them.
///
/// The system answers the client at once, so the road makes up for it: what the client sends first sets out one round trip later, when it
/// would have heard that the connection is made.
final class RoadConnection: ByteStream.Owner {
  /// The octets that are between the two at most, one way; then no more are read. A road of 100 ms carries 10 MB a second.
  private static let window = 1 << 20

  /// One way: what it has read of its sender and not yet given to its receiver.
  private struct Direction {
    var way: RoadWay
    var travelling = 0
    /// The sender has ended, and so will the receiver hear.
    var hasEnded = false
  }

  private let id: Int
  private let name: String
  private let client: ByteStream
  private var server: ByteStream?
  private var up: Direction
  private var down: Direction
  /// When the client has heard that the connection is made.
  private var connected: Int64 = 0
  private var isOver = false
  private unowned let road: RoadServer
  private unowned let owner: RoadStreams

  init(_ id: Int, _ socket: Socket, from peer: Endpoint, road: RoadServer, owner: RoadStreams) throws {
    self.id = id
    self.road = road
    self.owner = owner
    name = "tcp \(peer)"
    up = Direction(way: try RoadWay(road.settings, name: "tcp \(id) to"))
    down = Direction(way: try RoadWay(road.settings, name: "tcp \(id) from"))
    client = ByteStream(socket, on: road.loop, inputLimit: Self.window)
  }

  /// The packet that asks for the connection sets out.
  func begin() {
    client.owner = self
    guard let (arrival, repeats) = up.way.octets(0, at: road.time, isFirst: true) else { return end() }
    road.totals.repeats += repeats
    connected = arrival + road.settings.delay
    road.trace?("\(name) to \(road.target): begins")
    road.at(arrival) { [weak self] in self?.connect() }
  }

  func streamChanged(_ stream: ByteStream) {
    // Where something has gone, there may be room again for the other way.
    carry(&up, from: client, to: server, departure: max(road.time, connected))
    if let server { carry(&down, from: server, to: client, departure: road.time) }
    if stream.failure != nil { road.at(road.time + road.settings.delay) { [weak self] in self?.end() } }
  }

  func streamTick(_ stream: ByteStream, now: Int64) {}

  private func connect() {
    guard !isOver else { return }
    do {
      let socket = try Socket.connecting(to: road.target)
      let server = ByteStream(socket, on: road.loop, isConnecting: true, inputLimit: Self.window)
      self.server = server
      server.owner = self
      streamChanged(client)
    } catch {
      road.trace?("\(name): \(error)")
      end()
    }
  }

  private func carry(
    _ direction: inout Direction, from sender: ByteStream, to receiver: ByteStream?, departure: Int64
  ) {
    guard let receiver, !isOver else { return }
    let isUp = sender === client
    if !sender.input.isEmpty, direction.travelling + receiver.outputCount < Self.window {
      let octets = sender.input
      sender.input = []
      sender.resume()
      guard let (arrival, repeats) = direction.way.octets(octets.count, at: departure) else {
        road.trace?("\(name): given up")
        return end()
      }
      road.totals.repeats += repeats
      let again = repeats > 0 ? ", sent \(repeats + 1) times" : ""
      road.trace?("\(name) \(isUp ? "to" : "from") \(road.target), \(octets.count) octets\(again)")
      direction.travelling += octets.count
      road.at(arrival) { [weak self] in self?.deliver(octets, isUp: isUp) }
    }
    if sender.isAtEnd, sender.input.isEmpty, !direction.hasEnded {
      direction.hasEnded = true
      guard let (arrival, _) = direction.way.octets(0, at: departure) else { return end() }
      road.at(arrival) { [weak self] in self?.deliverEnd(isUp: isUp) }
    }
  }

  private func deliver(_ octets: [UInt8], isUp: Bool) {
    if isUp { up.travelling -= octets.count } else { down.travelling -= octets.count }
    (isUp ? server : client)?.send(octets)
    streamChanged(isUp ? client : server ?? client)
  }

  private func deliverEnd(isUp: Bool) {
    (isUp ? server : client)?.finishSending()
    if client.isClosed, server?.isClosed ?? true { end() }
  }

  /// Nothing more is carried.
  private func end() {
    guard !isOver else { return }
    isOver = true
    client.close()
    server?.close()
    road.trace?("\(name): over")
    owner.closed(id)
  }
}
