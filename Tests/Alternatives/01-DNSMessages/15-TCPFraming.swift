import PostRoad

/// Compares before it divides.
public func frameForTCP(_ message: [UInt8]) throws -> [UInt8] {
  if message.count > UInt16.max { throw DNS.MessageError.tooLong(message.count) }
  return [UInt8(message.count / 256), UInt8(message.count % 256)] + message
}

/// Takes the bytes one by one and fills the length, then the message; nothing is kept that is not a part of the
/// message to come.
public struct TCPFramer: Sendable {
  private var length: [UInt8] = []
  private var message: [UInt8] = []

  public init() {}

  public mutating func receive(_ bytes: [UInt8]) throws -> [[UInt8]] {
    var whole: [[UInt8]] = []
    for byte in bytes {
      if length.count < 2 { length.append(byte) } else { message.append(byte) }
      guard length.count == 2, message.count == Int(length[0]) * 256 + Int(length[1]) else { continue }
      whole.append(message)
      (length, message) = ([], [])
    }
    return whole
  }

  public func finish() throws {
    let received = length.count + message.count
    if received > 0 { throw DNS.FramingError.endedInside(received: received) }
  }
}
