/// The side of connections that waits: it grants them, and hands on what comes over them.
struct WorldListener {
  private struct Key: Hashable {
    let opener: String
    let connection: Int
  }

  private let name: String
  /// In the order in which they were granted.
  private var open: [Key] = []
  private var known: Set<Key> = []

  init(_ name: String) { self.name = name }

  /// Takes a packet that somebody has sent who opens a connection.
  ///
  /// - Returns: the answer of the machine, or nil where the packet is for the program.
  mutating func accept(_ packet: WorldPacket) -> WorldPacket? {
    let key = Key(opener: packet.opener, connection: packet.connection)
    switch packet.content {
    case .syn:
      if known.insert(key).inserted { open.append(key) }
      return packet.reply(.synAck, by: name)
    case .reset:
      forget(packet)
      return nil
    case .hello: return packet.reply(known.contains(key) ? .helloAck : .reset, by: name)
    // A connection that nobody here knows: the client was led to another site, or the program is not the one it was.
    default: return known.contains(key) ? nil : packet.reply(.reset, by: name)
    }
  }

  mutating func forget(_ packet: WorldPacket) {
    let key = Key(opener: packet.opener, connection: packet.connection)
    if known.remove(key) != nil { open.removeAll { $0 == key } }
  }

  /// Breaks all connections off.
  mutating func end() -> [WorldEffect] {
    defer { (open, known) = ([], []) }
    return open.map { key in
      var packet = WorldPacket(from: name, to: .node(key.opener), .reset)
      packet.opener = key.opener
      packet.connection = key.connection
      return .send(packet)
    }
  }
}
