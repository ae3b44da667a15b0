#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A connection that waits for what it wants: for programs that do one thing after the other.
final class PatientConnection {
  enum Failure: Error, Hashable {
    /// There is no connection.
    case unreachable(SystemError)
    /// Nothing came in time.
    case silent(milliseconds: Int64)
    /// The connection was lost.
    case lost(SystemError)
  }

  /// What has come and was not taken yet.
  var input: [UInt8] = []
  /// The other side sends no more.
  private(set) var isAtEnd = false
  private let socket: Socket
  private let patience: Int64

  /// Connects.
  ///
  /// - Parameter patience: milliseconds for each wait.
  init(_ transport: Socket.Transport = .tcp, to endpoint: Endpoint, patience: Int64) throws {
    self.patience = patience
    do {
      socket = try Socket.connecting(transport, to: endpoint)
      if transport == .udp { return }
      try Self.wait(socket, for: POLLOUT, patience)
      if let error = socket.connectionError { throw error }
    } catch let error as SystemError {
      throw Failure.unreachable(error)
    }
  }

  /// Sends all octets, however long it takes the other side to read them.
  func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(socket.descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else {
        let error = SystemError("cannot send")
        guard error.isTemporary else { throw Failure.lost(error) }
        try Self.wait(socket, for: POLLOUT, patience)
      }
    }
  }

  /// Waits until something has come, or the other side has ended.
  func receive() throws {
    while !isAtEnd {
      try Self.wait(socket, for: POLLIN, patience)
      do {
        guard let bytes = try socket.read() else { continue }
        if bytes.isEmpty { isAtEnd = true } else { input += bytes }
        return
      } catch let error as SystemError {
        throw Failure.lost(error)
      }
    }
  }

  /// Waits for a datagram.
  func datagram() throws -> [UInt8] {
    input = []
    try receive()
    defer { input = [] }
    return input
  }

  private static func wait(_ socket: Socket, for events: Int32, _ patience: Int64) throws {
    var polled = pollfd(fd: socket.descriptor, events: Int16(events), revents: 0)
    let limit = EventLoop.now + patience
    while true {
      let count = poll(&polled, 1, Int32(max(0, limit - EventLoop.now)))
      if count > 0 { return }
      guard count < 0 || EventLoop.now < limit else { throw Failure.silent(milliseconds: patience) }
      guard count == 0 || errno == EINTR else { throw Failure.lost(SystemError("cannot wait")) }
    }
  }
}

// Inside a type that has a method of this name the system's function is hidden.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

extension PatientConnection.Failure: CustomStringConvertible {
  var description: String {
    switch self {
    case .unreachable(let error): "\(error)"
    case .silent(let milliseconds): "nothing for \(milliseconds) ms"
    case .lost(let error): "\(error)"
    }
  }
}
