#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A connection: octets that have come and octets that are to go, without waiting for either.
package final class ByteStream: EventLoop.Handler {
  /// Who reads it.
  package protocol Owner: AnyObject {
    /// More has come, the other side has ended or was lost, or all that was to go has gone.
    func streamChanged(_ stream: ByteStream)
    func streamTick(_ stream: ByteStream, now: Int64)
  }

  /// What is still sent to somebody who was told that it is over is thrown away for this long. Closed earlier, the connection
  /// would be reset, and the last answer lost with it (RFC 9112 §9.6).
  private static let lingerMilliseconds: Int64 = 2_000

  package weak var owner: (any Owner)?
  /// What has come and was not taken yet.
  package var input: [UInt8] = []
  /// The other side will send no more.
  package private(set) var isAtEnd = false
  /// Why the connection was lost.
  package private(set) var failure: SystemError?
  package private(set) var isClosed = false
  /// When something last came or went.
  package private(set) var lastProgress = EventLoop.now

  private let socket: Socket
  private let loop: EventLoop
  /// No more is read while so much waits to be taken.
  private let inputLimit: Int
  private var output: [UInt8] = []
  private var written = 0
  private var isConnecting: Bool
  private var isEnding = false
  /// Whether the other side is to hear that no more comes, though it may still send.
  private var isFinishing = false
  private var lingersUntil: Int64?

  package init(_ socket: Socket, on loop: EventLoop, isConnecting: Bool = false, inputLimit: Int) {
    self.socket = socket
    self.loop = loop
    self.inputLimit = inputLimit
    self.isConnecting = isConnecting
    watch()
  }

  /// Octets that have not gone yet.
  package var outputCount: Int { output.count - written }
  package var isConnected: Bool { !isConnecting }

  package func send(_ bytes: [UInt8]) {
    guard !isClosed, !isEnding, !isFinishing else { return }
    if output.isEmpty { output = bytes } else { output += bytes }
    if !isConnecting { flush() }
    watch()
  }

  /// Reads on, after input was taken.
  package func resume() { if !isClosed { watch() } }

  /// Closes it once all has gone.
  package func end() {
    isEnding = true
    finishEnding()
  }

  /// Sends no more once all has gone. What the other side sends is still read; once it has ended, too, the connection is closed.
  package func finishSending() {
    isFinishing = true
    finish()
  }

  package func close() {
    guard !isClosed else { return }
    isClosed = true
    loop.forget(socket.descriptor)
    shutdown(socket.descriptor, Int32(SHUT_RDWR))
  }

  package func ready(_ events: Int32) {
    if isConnecting {
      if let error = socket.connectionError { return lose(error) }
      guard events & POLLOUT != 0 else { return }
      isConnecting = false
      flush()
    } else {
      if events & POLLOUT != 0 { flush() }
      if isReading {
        if events & (POLLIN | POLLHUP | POLLERR) != 0 { read() }
      } else if isFinishing, events & POLLERR == 0 {
        // Both have ended, but there is more to read than may wait. `resume` watches again.
        return loop.forget(socket.descriptor)
      } else if events & (POLLHUP | POLLERR) != 0 {
        return lose(SystemError("the connection was reset", code: ECONNRESET))
      }
    }
    guard failure == nil else { return }
    owner?.streamChanged(self)
    if !isClosed { watch() }
  }

  package func tick(now: Int64) {
    guard let lingersUntil else {
      owner?.streamTick(self, now: now)
      return
    }
    if now >= lingersUntil {
      close()
      owner?.streamChanged(self)
    }
  }

  private var isReading: Bool { !isAtEnd && (input.count < inputLimit || lingersUntil != nil) }

  private func watch() {
    guard !isClosed else { return }
    var events: Int32 = 0
    if isConnecting || outputCount > 0 { events |= POLLOUT }
    if !isConnecting, isReading { events |= POLLIN }
    loop.watch(socket.descriptor, for: events, self)
  }

  private func read() {
    let buffer = loop.buffer
    let count = recv(socket.descriptor, buffer.baseAddress, buffer.count, 0)
    if count < 0 {
      let error = SystemError("cannot read")
      return error.isTemporary ? () : lose(error)
    }
    lastProgress = EventLoop.now
    if count == 0 { isAtEnd = true }
    if lingersUntil == nil {
      input += UnsafeRawBufferPointer(rebasing: buffer[..<count])
    } else if isAtEnd {
      close()
    }
    if isAtEnd { finish() }
  }

  private func flush() {
    while written < output.count {
      let count = output.withUnsafeBytes {
        write(socket.descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      guard count >= 0 else {
        let error = SystemError("cannot write")
        return error.isTemporary ? () : lose(error)
      }
      written += count
      lastProgress = EventLoop.now
    }
    output.removeAll()
    written = 0
    finishEnding()
    finish()
  }

  private func finishEnding() {
    guard isEnding, outputCount == 0, !isClosed, lingersUntil == nil else { return }
    if isAtEnd { return close() }
    shutdown(socket.descriptor, Int32(SHUT_WR))
    lingersUntil = EventLoop.now + Self.lingerMilliseconds
    input.removeAll()
    watch()
  }

  private func finish() {
    guard isFinishing, outputCount == 0, !isConnecting, !isClosed else { return }
    if isAtEnd { return close() }
    shutdown(socket.descriptor, Int32(SHUT_WR))
  }

  private func lose(_ error: SystemError) {
    failure = error
    close()
    owner?.streamChanged(self)
  }
}
