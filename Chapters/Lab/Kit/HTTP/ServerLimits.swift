/// What a client may ask of a server, so that none can hold it up.
package struct ServerLimits: Sendable {
  /// The octets of a request's body. Bodies are kept whole in memory.
  package var body = 16 << 20
  /// Milliseconds without a request, after which a connection is closed: nginx's `keepalive_timeout`, 75 s, in round numbers.
  package var idle: Int64 = 60_000
  /// Milliseconds from the first octet of a head to its last.
  package var head: Int64 = 10_000
  /// Milliseconds in which nothing of a body comes, or nothing of a response goes: nginx's `client_body_timeout`.
  package var stall: Int64 = 60_000
  /// Connections at one time. Each needs a descriptor, of which a process usually has 1,024.
  package var connections = 900
  /// Whether each connection begins with a PROXY header (exercise 5.13), which says who the client is. One without it is closed:
  /// a client that may choose could say whatever it likes (proxy-protocol.txt §2).
  package var expectsProxyHeader = false

  package init() {}
}
