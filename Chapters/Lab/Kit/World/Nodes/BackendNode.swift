import PostRoad
import Synchronization

/// A backend of a world: what `lab backend` answers, after a while.
struct BackendNode: WorldNode {
  let name: String
  /// Milliseconds that an answer needs.
  private let delay: Int64
  private let clock: WorldClock
  private var paths: BackendPaths
  private var listener: WorldListener
  /// Answers that are not ready yet, by their tokens.
  private var waiting: [Int: WorldPacket] = [:]
  private var lastToken = 0

  init(_ name: String, delay: Int64, clock: WorldClock) {
    self.name = name
    self.delay = delay
    self.clock = clock
    paths = BackendPaths(name: name, wallClock: { clock.seconds })
    listener = WorldListener(name)
  }

  mutating func receive(_ packet: WorldPacket, now: Int64) throws -> [WorldEffect] {
    if let reply = listener.accept(packet) { return [.send(reply)] }
    guard case .request(let head) = packet.content else { return [] }
    let request = try worldRequest(head)
    let reply: WorldPacket
    var effects: [WorldEffect] = []
    switch paths.answer(to: request, head, body: []) {
    case .respond(let response), .hold(let response):
      reply = packet.reply(.response(response), by: name)
      effects.append(.produced(target: head.target, response))
    case .cut:
      listener.forget(packet)
      reply = packet.reply(.reset, by: name)
    case .release: reply = packet.reply(.response(HTTP.Response(404)), by: name)
    }
    guard delay > 0 else { return effects + [.send(reply)] }
    lastToken += 1
    waiting[lastToken] = reply
    return effects + [.wake(at: now + delay, token: lastToken)]
  }

  mutating func wake(_ token: Int, now: Int64) -> [WorldEffect] {
    waiting.removeValue(forKey: token).map { [.send($0)] } ?? []
  }

  mutating func end() -> [WorldEffect] {
    waiting = [:]
    return listener.end()
  }
}

/// The clock of a world, for those who read one.
final class WorldClock: Sendable {
  private let now: Mutex<Int64>

  init() { now = Mutex(0) }

  var milliseconds: Int64 {
    get { now.withLock { $0 } }
    set { now.withLock { $0 = newValue } }
  }
  var seconds: Int { WorldTime.seconds(milliseconds) }
}

/// A request as chapter 4 has it, out of its head.
func worldRequest(_ head: LB.RequestHead) throws -> HTTP.Request {
  HTTP.Request(
    head.method, "http://\(head.values(of: "host").first ?? "")\(head.target)",
    HTTP.Fields(head.fields.map { HTTP.Field($0.name, $0.value) }))
}
