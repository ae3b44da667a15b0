import DNSMessages
import PostRoad

/// The worst messages there are, at growing sizes: the time an octet takes must not grow. No transport carries more than
/// 64 KiB, but what grows with the square is seen the better.
enum DNSGrowth {
  static func run() throws {
    print("\nMessages made to be slow: nanoseconds an octet, at 8, 64 and 512 KiB.\n")
    row("what", "8", "64", "512")
    row("---", "--:", "--:", "--:")
    let kinds: [(String, (Int) -> [UInt8])] = [
      ("long names", longNames), ("chains of pointers", pointerChains), ("names that differ", differentNames),
    ]
    for (title, make) in kinds {
      let messages = [8, 64, 512].map { make($0 << 10) }
      let parse = try messages.map { message in
        try perOctet(message) { use(try parseMessage(message).answers.count) }
      }
      row("parse \(title)", parse[0], parse[1], parse[2])
      let write = try messages.map { message in
        let parsed = try parseMessage(message)
        return try perOctet(message) { use(try encodeMessage(parsed).count) }
      }
      row("write \(title)", write[0], write[1], write[2])
    }
  }

  private static func perOctet(_ message: [UInt8], _ run: @escaping () throws -> Void) throws -> String {
    told(try compare([Work(run)])[0].nanoseconds / Double(message.count))
  }

  /// A name of 127 labels, then records of its owner.
  private static func longNames(_ size: Int) -> [UInt8] {
    let name: [UInt8] = Array(repeating: [1, 0x61], count: 127).flatMap(\.self) + [0]
    return records(after: name + [0, 1, 0, 1], questions: 1, size: size) { _ in [0xC0, 12] }
  }

  /// Pointers that point to pointers, as many as one name may have, then records that begin at the deepest.
  private static func pointerChains(_ size: Int) -> [UInt8] {
    // The first question asks for the root; the name of every further one is a pointer to that of the one before.
    var chain: [UInt8] = [0, 0, 1, 0, 1]
    var last = DNS.Header.length
    var count = 1
    var offset = DNS.Header.length + chain.count
    while count < DNS.Name.maximumPointers {
      chain += [0xC0 | UInt8(last >> 8), UInt8(last & 0xFF), 0, 1, 0, 1]
      (last, offset) = (offset, offset + 6)
      count += 1
    }
    let deepest = [0xC0 | UInt8(last >> 8), UInt8(last & 0xFF)]
    return records(after: chain, questions: count, size: size) { _ in deepest }
  }

  /// Records whose owners have nothing in common but the last label.
  private static func differentNames(_ size: Int) -> [UInt8] {
    records(after: [1, 0x61, 0, 0, 1, 0, 1], questions: 1, size: size) { number in
      [5] + (0..<5).map { 0x61 + UInt8(number >> (4 * $0) & 15) } + [0xC0, 12]
    }
  }

  /// A message of about `size` octets: a head of questions, and answers without data.
  private static func records(
    after head: [UInt8], questions: Int, size: Int, owner: (Int) -> [UInt8]
  ) -> [UInt8] {
    var message = [UInt8](repeating: 0, count: DNS.Header.length) + head
    var count = 0
    while message.count < size - 20, count < 65_535 {
      message += owner(count) + [0xFF, 0, 0, 1, 0, 0, 0, 60, 0, 0]
      count += 1
    }
    for (place, value) in [(4, questions), (6, count)] {
      message[place] = UInt8(value >> 8)
      message[place + 1] = UInt8(value & 0xFF)
    }
    return message
  }
}
