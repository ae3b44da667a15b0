import PostRoad

/// Where a packet is sent to.
package enum WorldPlace: Hashable, Sendable {
  /// The node of this name.
  case node(String)
  /// Whoever has this address. Where several sites have it, the sender's network decides.
  case address(Resolver.Address)
}

/// What travels on the roads of a world: a datagram, or one step of a connection.
package struct WorldPacket: Sendable {
  package enum Content: Hashable, Sendable {
    /// A DNS message over UDP.
    case datagram([UInt8])
    /// A connection is asked for, granted, or refused or broken off (RFC 9293 §3.5).
    case syn, synAck, reset
    /// TLS 1.3 as a box of one round trip (RFC 8446 §2): no cryptography.
    case hello, helloAck
    /// A DNS message over a connection.
    case message([UInt8])
    case request(LB.RequestHead)
    case response(HTTP.Response)
  }

  /// The node that sends it.
  package var from: String
  /// The address that it says it comes from; the sender's own unless it lies.
  package var source: Resolver.Address?
  package var to: WorldPlace
  package var content: Content
  /// The node that has opened the connection, and its number there; nobody and 0 for a datagram.
  package var opener = ""
  package var connection = 0
  /// The visit that it is sent for.
  package var visit: String?
  /// The phase of that visit.
  package var phase: VisitPhase?
  /// Milliseconds from the arrival of its first octet to that of its last. The world fills it in.
  package var transfer: Int64 = 0

  package init(
    from: String, to: WorldPlace, _ content: Content, visit: String? = nil, phase: VisitPhase? = nil
  ) {
    self.from = from
    self.to = to
    self.content = content
    self.visit = visit
    self.phase = phase
  }

  /// An answer on the same way back, for the same visit.
  func reply(_ content: Content, by name: String) -> WorldPacket {
    var reply = WorldPacket(from: name, to: .node(from), content, visit: visit, phase: phase)
    reply.opener = opener
    reply.connection = connection
    return reply
  }

  /// Whether TCP takes care that it arrives.
  var isStream: Bool { if case .datagram = content { false } else { true } }

  /// Its octets on the road, with the headers of IP and UDP or TCP, without options.
  var octets: UInt32 {
    switch content {
    case .datagram(let bytes): UInt32(bytes.count + 28)  // RFC 791 §3.1: 20, RFC 768: 8
    case .syn, .synAck, .reset: 40  // RFC 9293 §3.1: 20 more
    case .hello, .helloAck: 557  // a ClientHello of 517 octets, as browsers pad it (RFC 7685 §4)
    case .message, .request, .response:
      UInt32(bytes.count + 40 * max(1, (bytes.count + RoadWay.segment - 1) / RoadWay.segment))
    }
  }

  /// What it carries, as it would be written on the wire.
  var bytes: [UInt8] {
    switch content {
    case .datagram(let bytes): bytes
    case .message(let bytes):
      [UInt8(truncatingIfNeeded: bytes.count >> 8), UInt8(truncatingIfNeeded: bytes.count)] + bytes
    case .request(let head): requestHeadBytes(head)
    case .response(let response): responseBytes(response, as: ResponseForm())
    case .syn, .synAck, .reset, .hello, .helloAck: []
    }
  }
}
