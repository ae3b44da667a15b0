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

  /// Sends all octets at once on a connected socket.
  func write(_ bytes: [UInt8]) throws {
    guard systemSend(descriptor, bytes) == bytes.count else { throw SystemError("cannot send") }
  }

  /// What has come on a connected socket; nil where nothing has, empty where the other side has ended.
  func read() throws -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65_535)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    guard count >= 0 else {
      let error = SystemError("cannot receive")
      if error.isTemporary { return nil }
      throw error
    }
    return Array(buffer[..<count])
  }
}

// Inside a type that has a method of this name the system's function is hidden.
private func systemSend(_ descriptor: Int32, _ bytes: [UInt8]) -> Int {
  send(descriptor, bytes, bytes.count, 0)
}
