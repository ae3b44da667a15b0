extension WorldDialer {
  /// What is asked for over a connection.
  struct Call {
    /// No other call under way has it.
    var id: Int
    var content: WorldPacket.Content
    var peer: WorldPlace
    /// Calls of one name share the connections that are kept.
    var name: String
    var isSecure = false
    /// Milliseconds that it may take.
    var patience: Int64
    var visit: String?
    /// The phase that its packets belong to; nil where each step is a phase of its own.
    var phase: VisitPhase?
    /// Whether a kept connection may be used.
    var mayUseKept = true
    /// Whether it is asked again over a new connection where a kept one breaks off (RFC 9112 §9.3.1: only what is idempotent).
    var repeats = false
  }

  /// What has become of a call.
  enum Event {
    case connected(Int)
    /// A kept connection has broken off, and a new one is asked for.
    case repeated(Int)
    case secured(Int)
    case answered(Int, WorldPacket.Content, transfer: Int64)
    case failed(Int, OriginFailure)
  }
}
