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
    try DNSGrowth.run()
  }

  private static func line(_ title: String, _ works: [Work]) throws {
    let costs = try compare(works)
    row(
      title, told(costs[0].nanoseconds), told(costs[0].allocations),
      costs.count > 1 ? told(costs[1].nanoseconds) : "",
      costs.count > 1 ? told(costs[0].nanoseconds / costs[1].nanoseconds) : "")
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
