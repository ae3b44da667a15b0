import DNSAuthoritySupport
import DNSMessages
import LabKit
import PostRoad
import Testing

/// The compiled engine says octet for octet what the composed one says.
@Suite struct CompiledAuthorityTests {
  private static let types: [DNS.RecordType] = [.a, .cname, .ns, .ds]

  /// Every name that records mention, what is above it, and names below it, short ones and long ones.
  private func names(_ records: [DNS.ResourceRecord]) -> [DNS.Name] {
    var names: Set<DNS.Name> = []
    for record in records {
      var all = [record.name]
      switch record.data {
      case .cname(let name), .ns(let name), .mx(_, let name), .srv(_, _, _, let name): all.append(name)
      case .soa(let soa): all += [soa.primary, soa.responsible]
      default: break
      }
      for name in all {
        for count in 0...name.labels.count { names.insert(DNS.Name(labels: name.labels.suffix(count))) }
      }
    }
    let long = Array(repeating: UInt8(ascii: "y"), count: 63)
    let more: [[[UInt8]]] = [[[0x78]], [[0x61], [0x2A]], [long, long, long]]
    let below = names.flatMap { name in more.map { DNS.Name(labels: $0 + name.labels) } }
    return names.union(below.filter { $0.labels.reduce(1) { $0 + 1 + $1.count } <= 255 }).sorted {
      "\($0)" < "\($1)"
    }
  }

  private func differences(_ zones: [[DNS.ResourceRecord]]) throws -> (asked: Int, found: [String]) {
    var engines = try AuthorityEngines(zones)
    var found: [String] = []
    var asked = 0
    for name in names(zones.flatMap(\.self)) {
      for type in Self.types {
        found += try engines.differences(DNS.Question(name: name, type: type))
        asked += 1
      }
    }
    return (asked, found)
  }

  @Test func `every question that NSD and Knot were asked`() throws {
    var engines = try AuthorityEngines([AuthorityRecording.records])
    for recording in AuthorityRecording.all {
      #expect(try engines.differences(question(recording.asked)) == [], "\(recording.asked)")
    }
    for recording in FrontDoorRecording.all {
      var query = recording.query
      query.additionals = try recording.edns.map { [try makeOPT($0)] } ?? []
      #expect(
        try engines.difference(encodeMessage(query), over: .udp) == nil, "\(recording.checkDescription)")
    }
  }

  // RFC 1034 §6.1, RFC 4592 §2.2.1
  @Test func `every name of the RFCs' zones, and names below them`() throws {
    for zone in [rootZone1034, wildcardZone] {
      let (asked, found) = try differences([zone])
      #expect(found.prefix(3) == [])
      #expect(asked > 200)
    }
  }

  @Test func `a zone within a zone`() throws {
    let inner = zoneRecords(
      "@ 60 SOA ns.inner.house. a.b. 1 2 3 4 5\nwww 60 A 192.0.2.1\n* 60 MX 5 away.house.",
      origin: "inner.house")
    let outer = zoneRecords(
      "@ 60 SOA ns hostmaster.inner 1 2 3 4 5\ninner 60 NS ns.inner\nns.inner 60 A 192.0.2.2\n*.a 60 CNAME x.a\nb 60 CNAME xx.a",
      origin: "house")
    let (asked, found) = try differences([inner, outer])
    #expect(found.prefix(3) == [])
    #expect(asked > 100)
  }

  /// A pointer to the last label of a long name has a target of two octets.
  @Test func `a name of any length moves the pointers`() throws {
    let origin = "a.b.c." + String(repeating: "z", count: 50) + ".house"
    let zone = zoneRecords(
      "@ 60 SOA ns warden.house. 1 2 3 4 5\n* 60 MX 1 away.house.\n@ 60 MX 1 ns\nns 60 A 192.0.2.1",
      origin: origin)
    var engines = try AuthorityEngines([zone])
    var longest = 0
    for count in 1...63 {
      for labels in [[count], [1, count], [63, 63, count]] {
        let name = DNS.Name(
          labels: labels.map { Array(repeating: 0x79, count: $0) } + domain(origin).labels)
        let length = name.labels.reduce(1) { $0 + 1 + $1.count }
        guard length <= DNS.Name.maximumLength else { continue }
        longest = max(longest, length)
        for type in [DNS.RecordType.mx, .a] {
          #expect(try engines.differences(DNS.Question(name: name, type: type)) == [])
        }
      }
    }
    #expect(longest == DNS.Name.maximumLength)
  }
}
