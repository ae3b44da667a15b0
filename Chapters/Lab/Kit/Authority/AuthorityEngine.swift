/// Octets in, octets out: what a name server's socket asks.
package protocol AuthorityEngine {
  /// The response to a message, or nil where none is sent.
  ///
  /// - Throws: what an exercise throws that is not solved. Nothing that a client sends makes it throw.
  mutating func answer(to octets: [UInt8], over transport: Socket.Transport) throws -> [UInt8]?
}
