import Foundation

#if canImport(Glibc)
  import Glibc
  private let datagrams = Int32(SOCK_DGRAM.rawValue)
  private let streams = Int32(SOCK_STREAM.rawValue)
#else
  import Darwin
  private let datagrams = SOCK_DGRAM
  private let streams = SOCK_STREAM
#endif

/// A socket on 127.0.0.1 that gives up after a while instead of waiting for ever.
final class Loopback: Sendable {
  enum Transport: String, Sendable, CaseIterable {
    case udp
    case tcp
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ what: String) { description = "\(what): \(String(cString: strerror(errno)))" }
  }

  private let descriptor: Int32

  private init(_ descriptor: Int32, patience milliseconds: Int) {
    self.descriptor = descriptor
    var time = timeval()
    time.tv_sec = .init(milliseconds / 1000)
    time.tv_usec = .init(milliseconds % 1000 * 1000)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, size)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, size)
  }

  deinit { close(descriptor) }

  /// A socket that speaks to a port.
  convenience init(to port: UInt16, over transport: Transport, patience: Int = 5000) throws {
    self.init(socket(AF_INET, transport == .udp ? datagrams : streams, 0), patience: patience)
    guard Self.with(Self.address(port), { connect(descriptor, $0, $1) }) == 0 else {
      throw Failure("cannot connect to port \(port)")
    }
  }

  /// A socket that is spoken to, at a port or at any free one.
  convenience init(at port: UInt16 = 0, over transport: Transport, patience: Int = 5000) throws {
    self.init(socket(AF_INET, transport == .udp ? datagrams : streams, 0), patience: patience)
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard Self.with(Self.address(port), { bind(descriptor, $0, $1) }) == 0 else {
      throw Failure("cannot use port \(port)")
    }
    if transport == .tcp, listen(descriptor, 8) != 0 { throw Failure("cannot listen") }
  }

  /// A port that is free for both.
  static func freePort() throws -> UInt16 {
    let stream = try Loopback(over: .tcp)
    let port = try stream.port
    _ = try Loopback(at: port, over: .udp)
    return port
  }

  var port: UInt16 {
    get throws {
      var address = sockaddr_in()
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let code = withUnsafeMutablePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
      }
      guard code == 0 else { throw Failure("no port") }
      return UInt16(bigEndian: address.sin_port)
    }
  }

  /// Waits for somebody to connect.
  func accepted() throws -> Loopback {
    let connection = accept(descriptor, nil, nil)
    guard connection >= 0 else { throw Failure("nobody connected") }
    return Loopback(connection, patience: 5000)
  }

  func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Failure("cannot send") }
      rest = rest.dropFirst(count)
    }
  }

  /// A datagram, or what a stream has; empty where the other side has closed it.
  func receive() throws -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    guard count >= 0 else { throw Failure("nothing came") }
    return Array(buffer[..<count])
  }

  /// Receives a datagram, and sends back what is made of it.
  func answer(_ make: ([UInt8]) throws -> [UInt8]) throws {
    var buffer = [UInt8](repeating: 0, count: 65536)
    var client = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let count = withUnsafeMutablePointer(to: &client) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        recvfrom(descriptor, &buffer, buffer.count, 0, $0, &size)
      }
    }
    guard count >= 0 else { throw Failure("nothing came") }
    let reply = try make(Array(buffer[..<count]))
    guard Self.with(client, { sendto(descriptor, reply, reply.count, 0, $0, $1) }) == reply.count else {
      throw Failure("cannot answer")
    }
  }

  private static func address(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  private static func with<Result>(
    _ address: sockaddr_in, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    var address = address
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }
}
