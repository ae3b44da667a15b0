#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Socket {
  /// Receives one datagram into a buffer: its length and where it is from; nil where none is there.
  package func receive(into buffer: inout [UInt8]) -> (count: Int, from: Endpoint)? {
    var storage = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let count = withUnsafeMutablePointer(to: &storage) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        recvfrom(descriptor, &buffer, buffer.count, 0, $0, &size)
      }
    }
    return count < 0 ? nil : (count, Endpoint(storage))
  }

  /// Sends one datagram. One that cannot be sent is lost, as others are on the way.
  package func send(_ datagram: [UInt8], to endpoint: Endpoint) {
    _ = endpoint.withSocketAddress { sendto(descriptor, datagram, datagram.count, 0, $0, $1) }
  }
}
