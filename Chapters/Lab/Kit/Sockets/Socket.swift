#if canImport(Glibc)
  import Glibc
  private let streams = Int32(SOCK_STREAM.rawValue)
  private let datagrams = Int32(SOCK_DGRAM.rawValue)
#else
  import Darwin
  private let streams = SOCK_STREAM
  private let datagrams = SOCK_DGRAM
#endif

/// A socket that never waits. It is closed when it is let go.
package final class Socket {
  package enum Transport: String, Sendable {
    case tcp
    case udp
  }

  package let descriptor: Int32

  private init(owning descriptor: Int32) throws {
    self.descriptor = descriptor
    guard fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK) == 0,
      fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0
    else { throw SystemError("cannot prepare a socket") }
  }

  deinit { close(descriptor) }

  private convenience init(_ transport: Transport, family: Int32) throws {
    let descriptor = socket(family, transport == .tcp ? streams : datagrams, 0)
    guard descriptor >= 0 else { throw SystemError("cannot make a socket") }
    try self.init(owning: descriptor)
  }

  /// A socket that is spoken to. Port 0 takes any free one.
  package static func listening(_ transport: Transport, at endpoint: Endpoint) throws -> Socket {
    let made = try Socket(transport, family: endpoint.family)
    // A server that was ended leaves connections behind that hold its port for a minute. UDP has none.
    if transport == .tcp { made.set(SOL_SOCKET, SO_REUSEADDR, 1) }
    guard endpoint.withSocketAddress({ bind(made.descriptor, $0, $1) }) == 0 else {
      throw SystemError("cannot listen on \(endpoint) (\(transport.rawValue))")
    }
    // Linux cuts it to net.core.somaxconn.
    if transport == .tcp, listen(made.descriptor, 1024) != 0 {
      throw SystemError("cannot listen on \(endpoint) (\(transport.rawValue))")
    }
    return made
  }

  /// Two sockets at one port, for streams and for datagrams. Port 0 takes one that is free for TCP, and mostly for UDP as well.
  package static func listeningForBoth(at endpoint: Endpoint) throws -> (stream: Socket, datagram: Socket) {
    var attempts = endpoint.port == 0 ? 16 : 1
    while true {
      attempts -= 1
      let stream = try listening(.tcp, at: endpoint)
      do {
        return (stream, try listening(.udp, at: stream.endpoint))
      } catch {
        guard attempts > 0 else { throw error }
      }
    }
  }

  /// Begins to connect. The socket can be written to when it has succeeded or failed; `connectionError` tells which.
  package static func connecting(_ transport: Transport = .tcp, to endpoint: Endpoint) throws -> Socket {
    let made = try Socket(transport, family: endpoint.family)
    if endpoint.withSocketAddress({ connect(made.descriptor, $0, $1) }) != 0 {
      let error = SystemError("cannot connect to \(endpoint)")
      guard error.isTemporary else { throw error }
    }
    if transport == .tcp { made.sendAtOnce() }
    return made
  }

  /// The next one who has connected, and where from; nil where nobody waits, or the one who did has left.
  package func accept() -> (Socket, Endpoint)? {
    var storage = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let accepted = withUnsafeMutablePointer(to: &storage) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { Self.accept(descriptor, $0, &size) }
    }
    guard accepted >= 0, let socket = try? Socket(owning: accepted) else { return nil }
    socket.sendAtOnce()
    return (socket, Endpoint(storage))
  }

  // Inside the method of this name the system's function is hidden.
  private static func accept(
    _ descriptor: Int32, _ address: UnsafeMutablePointer<sockaddr>, _ size: inout socklen_t
  ) -> Int32 {
    #if canImport(Glibc)
      Glibc.accept(descriptor, address, &size)
    #else
      Darwin.accept(descriptor, address, &size)
    #endif
  }

  /// Where it is.
  package var endpoint: Endpoint {
    var storage = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    _ = withUnsafeMutablePointer(to: &storage) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
    }
    return Endpoint(storage)
  }

  /// Why a connection could not be made, once the socket can be written to; nil where it was.
  var connectionError: SystemError? {
    var code: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size)
    return code == 0 ? nil : SystemError("cannot connect", code: code)
  }

  /// A small answer does not wait for the acknowledgement of the one before (RFC 9293 §3.7.4).
  private func sendAtOnce() { set(Int32(IPPROTO_TCP), TCP_NODELAY, 1) }

  private func set(_ level: Int32, _ name: Int32, _ value: Int32) {
    var value = value
    setsockopt(descriptor, level, name, &value, socklen_t(MemoryLayout<Int32>.size))
  }
}
