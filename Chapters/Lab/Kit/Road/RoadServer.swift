#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A road between two endpoints, for UDP and TCP: whatever comes to one is carried to the other, late or not at all.
package final class RoadServer {
  /// What went through since it began, both ways together.
  package struct Totals: Hashable, Sendable {
    package var datagrams = 0
    package var lost = 0
    package var connections = 0
    /// How often TCP would have sent something again.
    package var repeats = 0
  }

  package internal(set) var totals = Totals()
  /// Where it listens, for both.
  package let endpoint: Endpoint
  let target: Endpoint
  let settings: RoadSettings
  let loop: EventLoop
  let trace: ((String) -> Void)?
  let report: (any Error) -> Void

  private let begin = EventLoop.now
  private var datagrams: RoadDatagrams?
  private var streams: RoadStreams?

  /// - Parameters:
  ///   - trace: gets a line for each thing that happens.
  ///   - report: gets errors that are nobody's packet's fault.
  package init(
    _ settings: RoadSettings, at endpoint: Endpoint, to target: Endpoint, on loop: EventLoop,
    trace: ((String) -> Void)?, report: @escaping (any Error) -> Void
  ) throws {
    let (stream, datagram) = try Socket.listeningForBoth(at: endpoint)
    self.endpoint = stream.endpoint
    self.target = target
    self.settings = settings
    self.loop = loop
    self.trace = trace
    self.report = report
    datagrams = try RoadDatagrams(datagram, road: self)
    streams = RoadStreams(stream, road: self)
  }

  /// Milliseconds since the road was built: cuts are counted from then.
  var time: Int64 { EventLoop.now - begin }

  /// Calls `body` at a time of the road.
  func at(_ arrival: Int64, _ body: @escaping () -> Void) { loop.after(arrival - time, body) }
}
