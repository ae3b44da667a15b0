import DNSMessages
import PostRoad

/// An authority of a world: `Authority` on a road.
struct AuthorityNode: WorldNode {
  let name: String
  private let authority: Authority
  private var listener: WorldListener

  init(_ name: String, _ authority: Authority) {
    self.name = name
    self.authority = authority
    listener = WorldListener(name)
  }

  mutating func receive(_ packet: WorldPacket, now: Int64) throws -> [WorldEffect] {
    if case .datagram(let query) = packet.content {
      guard let answer = try authority.answer(to: query, over: .udp) else { return [] }
      return [.send(packet.reply(.datagram(answer), by: name))]
    }
    if let reply = listener.accept(packet) { return [.send(reply)] }
    guard case .message(let query) = packet.content, let answer = try authority.answer(to: query, over: .tcp)
    else { return [] }
    return [.send(packet.reply(.message(answer), by: name))]
  }

  mutating func wake(_ token: Int, now: Int64) -> [WorldEffect] { [] }

  mutating func end() -> [WorldEffect] { listener.end() }
}
