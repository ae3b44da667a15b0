import DNSMessages
import DNSMessagesSupport
import Foundation
import PostRoad
import Reference

/// Headers and recorded messages: the solutions of chapter 1 beside ldns.
enum DNSFigures {
  static func run() throws {
    let messages = WireMessage.all.map(\.bytes)
    let parsed = try messages.map(parseMessage)
    let hasLDNS = loadLDNS()
    print(
      "\(messages.count) recorded messages of \(messages.map(\.count).reduce(0, +) / messages.count) octets on average."
    )
    print(
      hasLDNS
        ? ""
        : "ldns is not there: sh Tests/Interop/Live/unpack-servers.sh .build/servers, and name that folder in POSTROAD_SERVERS.\n"
    )
    row("what", "ns", "allocations", "ldns, ns", "ratio")
    row("---", "--:", "--:", "--:", "--:")

    let headers = messages.map { Array($0.prefix(DNS.Header.length)) }
    try line(
      "parse a header",
      [
        Work(operations: headers.count) {
          for header in headers { use(Int(try parseHeader(header).id)) }
        }
      ])
    let values = try headers.map(parseHeader)
    try line(
      "encode a header",
      [
        Work(operations: values.count) {
          for value in values { use(try encodeHeader(value).count) }
        }
      ])

    let pointers = messages.map { bytes in
      let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
      copy.initialize(from: bytes, count: bytes.count)
      return (UnsafePointer(copy), bytes.count)
    }
    let parse = Work(operations: messages.count) {
      for bytes in messages { use(try parseMessage(bytes).answers.count) }
    }
    let parseLDNS = Work(operations: messages.count) {
      for (bytes, count) in pointers {
        if let packet = reference_ldns_parse(bytes, count) { reference_ldns_free(packet) }
      }
    }
    try line("parse a message", hasLDNS ? [parse, parseLDNS] : [parse])
    let encode = Work(operations: messages.count) {
      for message in parsed { use(try encodeMessage(message).count) }
    }
    var packets: [UnsafeMutableRawPointer] = []
    if hasLDNS { packets = pointers.compactMap { reference_ldns_parse($0.0, $0.1) } }
    let encodeLDNS = Work(operations: max(packets.count, 1)) {
      for packet in packets { use(reference_ldns_encode(packet)) }
    }
    try line("encode a message", hasLDNS ? [encode, encodeLDNS] : [encode])
    try growth()
  }

  private static func line(_ title: String, _ works: [Work]) throws {
    let costs = try compare(works)
    row(
      title, told(costs[0].nanoseconds), told(costs[0].allocations),
      costs.count > 1 ? told(costs[1].nanoseconds) : "",
      costs.count > 1 ? told(costs[0].nanoseconds / costs[1].nanoseconds) : "")
  }

  /// The worst messages there are, at growing sizes: the time an octet takes must not grow.
  private static func growth() throws {
    print("\nMessages made to be slow: nanoseconds an octet, at 1, 2, 4 … 64 KiB.\n")
    row("what", "1", "2", "4", "8", "16", "32", "64")
    row("---", "--:", "--:", "--:", "--:", "--:", "--:", "--:")
    for (title, make) in [("long names", longNames), ("chains of pointers", pointerChains)]
      as [(String, (Int) -> [UInt8])]
    {
      let cells = try (10...16).map { power in
        let message = make(min(1 << power, 65_535))
        let cost = try compare([Work { use((try? parseMessage(message))?.questions.count ?? 0) }])[0]
        return told(cost.nanoseconds / Double(message.count))
      }
      print("| \(title) | \(cells.joined(separator: " | ")) |")
    }
  }

  /// A name of 127 labels, then questions that point to it.
  private static func longNames(_ size: Int) -> [UInt8] {
    let name: [UInt8] = Array(repeating: [1, 0x61], count: 127).flatMap(\.self) + [0]
    return questions(name + [0, 1, 0, 1], first: 1, each: { _ in [0xC0, 12] }, size: size)
  }

  /// Pointers that point to pointers, as deep as fourteen bits reach, then questions that begin at the deepest.
  private static func pointerChains(_ size: Int) -> [UInt8] {
    var chain: [UInt8] = []
    var offset = DNS.Header.length
    var last = offset
    var count = 0
    // The first question asks for the root; the name of every further one is a pointer to that of the one before.
    chain += [0, 0, 1, 0, 1]
    count += 1
    offset += 5
    while offset + 6 < min(size / 2, 0x3FFF - 6) {
      chain += [0xC0 | UInt8(last >> 8), UInt8(last & 0xFF), 0, 1, 0, 1]
      last = offset
      offset += 6
      count += 1
    }
    let deepest = last
    return questions(
      chain, first: count, each: { _ in [0xC0 | UInt8(deepest >> 8), UInt8(deepest & 0xFF)] }, size: size)
  }

  private static func questions(_ head: [UInt8], first: Int, each: (Int) -> [UInt8], size: Int) -> [UInt8] {
    var message = [UInt8](repeating: 0, count: DNS.Header.length) + head
    var count = first
    while message.count + 6 <= size {
      message += each(count) + [0, 1, 0, 1]
      count += 1
    }
    message[4] = UInt8(count >> 8)
    message[5] = UInt8(count & 0xFF)
    return message
  }

  private static func loadLDNS() -> Bool {
    let folders = (ProcessInfo.processInfo.environment["POSTROAD_SERVERS"] ?? "").split(separator: ":")
    let unpacked = folders.flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/usr/lib")) ?? [])
        .map { "\(folder)/usr/lib/\($0)/libldns.so.3" }
    }
    return (unpacked + ["libldns.so.3", "libldns.dylib"]).contains { reference_ldns_load($0) }
  }
}
