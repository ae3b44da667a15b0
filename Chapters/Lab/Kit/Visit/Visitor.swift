import DNSMessages
import LoadBalancing
import PostRoad

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Visits pages through real sockets, one phase after the other, and remembers what a browser would: addresses and a connection.
final class Visitor {
  /// What a visit has brought.
  struct Visit {
    let timeline: VisitTimeline
    let head: ResponseHead
    let body: [UInt8]
  }

  /// Why a visit has come to no end.
  struct Failure: Error {
    let phase: VisitPhase
    let reason: String
  }

  /// Milliseconds for each wait after the address is known.
  private static let patience: Int64 = 10_000

  private let lookup: StubLookup?
  private let map: AddressMap
  private let mayLeave: Bool
  private var addresses: [String: StubLookup.Found] = [:]
  private var kept: (endpoint: Endpoint, connection: PatientConnection)?

  /// - Parameters:
  ///   - lookup: finds addresses; nil where only addresses are visited.
  ///   - map: where addresses are really reached.
  ///   - mayLeave: whether other machines may be visited.
  init(_ lookup: StubLookup?, map: AddressMap, mayLeave: Bool) {
    self.lookup = lookup
    self.map = map
    self.mayLeave = mayLeave
  }

  func visit(_ url: HTTP.Target) throws -> Visit {
    let stopwatch = Stopwatch()
    var timeline = VisitTimeline()
    let address = try address(of: url.host, stopwatch, &timeline)
    let endpoint = map.endpoint(of: address, port: url.port.flatMap { UInt16($0) } ?? 80)
    guard mayLeave || endpoint.isLoopback else {
      throw LabError.usage(
        "\(endpoint) is another machine. Say in --map-addresses where it is reached on this one, or add --expose."
      )
    }
    let connection = try connection(to: endpoint, stopwatch, &timeline)
    let asked = stopwatch.milliseconds
    do {
      try connection.send(Self.request(url))
      var began = asked
      let (head, body) = try connection.response(to: "GET") { began = stopwatch.milliseconds }
      let ended = stopwatch.milliseconds
      let status = head.fields.first("Cache-Status").map { ", Cache-Status: \($0)" } ?? ""
      timeline.spans.append(
        VisitSpan(.wait, start: asked, duration: began - asked, note: "\(head.status)\(status)"))
      timeline.spans.append(
        VisitSpan(.body, start: began, duration: ended - began, note: "\(body.count) octets"))
      kept = head.keepsConnection && !connection.isAtEnd ? (endpoint, connection) : nil
      return Visit(timeline: timeline, head: head, body: body)
    } catch {
      throw Failure(phase: .wait, reason: "\(endpoint) has not answered: \(error)")
    }
  }

  private func address(
    of host: String, _ stopwatch: Stopwatch, _ timeline: inout VisitTimeline
  ) throws -> Resolver.Address {
    let plain = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    if let address = AddressMap.address(plain) { return address }
    let name = HTTP.lowercaseASCII(host)
    if let known = addresses[name], known.expires > EventLoop.now { return known.address }
    guard let lookup else {
      throw LabError.usage(
        "\(host) is a name. Add who knows its address, for example --dns 127.0.0.1:5301.")
    }
    let start = stopwatch.milliseconds
    let found = try lookup.find(name)
    addresses[name] = found
    timeline.spans.append(
      VisitSpan(.dns, start: start, duration: stopwatch.milliseconds - start, note: found.note))
    return found.address
  }

  private func connection(
    to endpoint: Endpoint, _ stopwatch: Stopwatch, _ timeline: inout VisitTimeline
  ) throws -> PatientConnection {
    if let kept, kept.endpoint == endpoint { return kept.connection }
    let start = stopwatch.milliseconds
    do {
      let connection = try PatientConnection(to: endpoint, patience: Self.patience)
      timeline.spans.append(
        VisitSpan(
          .tcp, start: start, duration: stopwatch.milliseconds - start, note: "connected to \(endpoint)"))
      return connection
    } catch {
      throw Failure(phase: .tcp, reason: "\(error)")
    }
  }

  private static func request(_ url: HTTP.Target) -> [UInt8] {
    let path = (url.path.isEmpty ? "/" : url.path) + (url.query.map { "?\($0)" } ?? "")
    let host = url.host + (url.port.map { ":\($0)" } ?? "")
    return requestHeadBytes(
      LB.RequestHead(
        method: "GET", target: path,
        fields: [LB.Field("Host", host), LB.Field("User-Agent", "postroad-lab"), LB.Field("Accept", "*/*")]))
  }
}

/// Measures from its making, in fractions of a millisecond.
private struct Stopwatch {
  private let start = Self.now

  var milliseconds: Double { Double(Self.now - start) / 1_000_000 }

  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
