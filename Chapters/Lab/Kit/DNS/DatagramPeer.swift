#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Who sent a datagram, in the system's own form: nearly always it is only handed back to the system, so nothing is made of it.
struct DatagramPeer: Sendable {
  private let address: sockaddr_storage
  private let size: socklen_t

  /// Receives a datagram into a buffer: its length and its sender; nil where none is there.
  static func receive(over socket: Socket, into buffer: inout [UInt8]) -> (count: Int, peer: DatagramPeer)? {
    var address = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let count = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        recvfrom(socket.descriptor, &buffer, buffer.count, 0, $0, &size)
      }
    }
    return count < 0 ? nil : (count, DatagramPeer(address: address, size: size))
  }

  /// Sends a datagram back. One that cannot be sent is lost, as others are on the way.
  func send(_ datagram: [UInt8], over socket: Socket) {
    withUnsafePointer(to: address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = sendto(socket.descriptor, datagram, datagram.count, 0, $0, size)
      }
    }
  }

  /// For people to read.
  var endpoint: Endpoint { Endpoint(address) }
}
