import DNSAuthority
import DNSMessages
import PostRoad

/// The answers of an `Authority` out of octets that were composed once: for each name and type those behind the question, to which ID, flags,
/// question and OPT are added.
///
/// An answer is compiled when it is asked for first. There are only so many: a name that the zones do not mention gets what every other one
/// below the same mentioned name gets, and a type that they do not have gets what every other such type gets. What is not
/// plain, and what does not fit into a datagram, is composed.
package struct CompiledAuthority: AuthorityEngine {
  private struct Key: Hashable {
    let place: CompiledNames.Place
    let type: UInt16
  }

  /// The type that stands for all that no record has: 0 is reserved (RFC 6895 §3.1).
  private static let otherType: UInt16 = 0
  /// The octets of an OPT record without options (RFC 6891 §6.1.2).
  private static let extensionLength = 11

  private let composed: Authority
  private let names: CompiledNames
  /// Types that have answers of their own: those of records, CNAME, which ends at an alias, and DS, which is asked above a cut.
  private let types: Set<UInt16>
  /// Nil where an answer cannot be compiled.
  private var answers: [Key: CompiledAnswer?] = [:]

  /// - Parameters:
  ///   - composed: who composes.
  ///   - records: those of all its zones.
  package init(_ composed: Authority, records: [DNS.ResourceRecord]) throws {
    self.composed = composed
    names = try CompiledNames(records)
    types = Set(([.cname, .ds] + records.map(\.type)).map(\.rawValue))
  }

  package mutating func answer(to octets: [UInt8], over transport: Socket.Transport) throws -> [UInt8]? {
    guard let query = PlainQuery(octets), let compiled = try compiled(query, in: octets) else {
      return try composed.answer(to: octets, over: transport)
    }
    let questionEnd = query.nameEnd + PlainQuery.tail
    let length =
      questionEnd + compiled.octets.count + (query.edns == nil ? 0 : Self.extensionLength)
    guard try length <= composed.limit(offered: query.edns?.payloadSize, over: transport) else {
      return try composed.answer(to: octets, over: transport)
    }
    var message: [UInt8] = []
    message.reserveCapacity(length)
    message.append(octets[0])
    message.append(octets[1])
    // What is copied from the query's flags is RD alone.
    message.append(UInt8(compiled.flags >> 8) | octets[2] & 1)
    message.append(UInt8(compiled.flags & 0xFF))
    message.append(0)
    message.append(1)
    for (section, count) in compiled.counts.enumerated() {
      let all = section == 2 && query.edns != nil ? count + 1 : count
      message.append(UInt8(all >> 8))
      message.append(UInt8(all & 0xFF))
    }
    message += octets[PlainQuery.start..<questionEnd]
    compiled.write(to: &message, nameLength: query.nameEnd - PlainQuery.start)
    if let edns = query.edns {
      let size = composed.payloadSize
      message += [0, 0, 41, UInt8(size >> 8), UInt8(size & 0xFF), 0, 0, edns.dnssecOK ? 0x80 : 0, 0, 0, 0]
    }
    return message
  }

  private mutating func compiled(_ query: PlainQuery, in octets: [UInt8]) throws -> CompiledAnswer? {
    let place = names.nearest(to: PlainQuery.start..<query.nameEnd, in: octets)
    let key = Key(place: place, type: types.contains(query.type) ? query.type : Self.otherType)
    if let known = answers[key] { return known }
    let compiled = try compile(place, type: query.type)
    answers[key] = .some(compiled)
    return compiled
  }

  private func compile(_ place: CompiledNames.Place, type: UInt16) throws -> CompiledAnswer? {
    let name = names.names[place.number]
    // Over TCP nothing is cut.
    func compose(_ octets: [UInt8]) throws -> [UInt8]? { try composed.answer(to: octets, over: .tcp) }
    if place.isExact { return try CompiledAnswer(name: name.octets, type: type, compose: compose) }
    // Two labels, of lengths that follow each other, that the zones do not mention either.
    let label = (1..<63).first { count in
      !(count...count + 1).contains { names.contains(Self.label($0), below: name) }
    }
    guard let label, label + 2 + name.octets.count <= DNS.Name.maximumLength else { return nil }
    return try CompiledAnswer(
      below: name.octets, labels: [Self.label(label), Self.label(label + 1)], type: type, compose: compose)
  }

  private static func label(_ count: Int) -> [UInt8] { Array(repeating: UInt8(ascii: "x"), count: count) }
}
