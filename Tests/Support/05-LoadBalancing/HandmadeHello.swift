/// ClientHellos made by hand, so that each part can be wrong by itself.
public enum HandmadeHello {
  /// Bytes with their length before them.
  public static func vector(_ lengthBytes: Int, _ bytes: [UInt8]) -> [UInt8] {
    (0..<lengthBytes).reversed().map { UInt8(truncatingIfNeeded: bytes.count >> (8 * $0)) } + bytes
  }

  /// An extension of a type.
  public static func field(_ type: UInt8, _ data: [UInt8]) -> [UInt8] { [0, type] + vector(2, data) }

  /// A server_name extension with such names of hosts.
  public static func serverName(_ names: [String]) -> [UInt8] {
    field(0, vector(2, names.flatMap { [0] + vector(2, Array($0.utf8)) }))
  }

  /// What is inside the message; nil leaves the extensions out altogether.
  public static func body(extensions: [UInt8]?) -> [UInt8] {
    let start =
      [3, 3] + Array(repeating: UInt8(7), count: 32) + vector(1, []) + vector(2, [0x13, 1]) + vector(1, [0])
    return start + (extensions.map { vector(2, $0) } ?? [])
  }

  /// The message, split into records of at most `size` bytes.
  public static func records(_ body: [UInt8], type: UInt8 = 1, size: Int = 16_384) -> [UInt8] {
    let message = [type] + vector(3, body)
    return stride(from: 0, to: message.count, by: size).flatMap { start in
      [22, 3, 1] + vector(2, Array(message[start..<min(start + size, message.count)]))
    }
  }
}
