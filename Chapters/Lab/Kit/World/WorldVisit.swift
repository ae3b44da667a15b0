import PostRoad

/// A visit of a world's client, once it has ended.
package struct WorldVisit: Hashable, Sendable {
  package enum Outcome: String, Sendable {
    /// The edge had it, and it was fresh.
    case hit
    /// The edge had it, and it was older than its lifetime.
    case stale
    /// The edge waited for what another client had asked for.
    case shared
    /// Somebody behind the edge was asked.
    case miss
    /// There was no edge on the way.
    case direct
    case failed
  }

  package struct Failure: Hashable, Sendable {
    package var phase: VisitPhase
    package var reason: String
  }

  /// The client's name and a number of its own: `laptop/1`.
  package var id: String
  package var url: String
  /// Milliseconds from the beginning of the world.
  package var began: Int64
  package var ended: Int64
  package var spans: [VisitSpan] = []
  /// Nil where no response came.
  package var response: HTTP.Response?
  /// Where and why it has failed.
  package var failure: Failure?
  package var retries = 0
  /// The packets that were sent for it, lost ones too. The world counts them.
  package var messages = 0
  package var octets = 0

  package init(_ id: String, _ url: String, began: Int64) {
    self.id = id
    self.url = url
    self.began = began
    self.ended = began
  }

  package var duration: Int64 { ended - began }
  package var timeline: VisitTimeline { VisitTimeline(spans) }
  package var status: Int? { response?.status }
  package var body: String { String(decoding: response?.body ?? [], as: UTF8.self) }

  package func duration(of phase: VisitPhase) -> Int64 { Int64(timeline.duration(of: phase)) }

  package var outcome: Outcome {
    guard let response else { return .failed }
    guard let told = edgeStatus else { return .direct }
    let age = response.fields.first("Age").flatMap { Int($0) } ?? 0
    if let lifetime = WorldOracle.seconds("max-age", in: response), age >= lifetime, age > 0 { return .stale }
    if told.contains("; hit") { return .hit }
    return told.contains("; collapsed") && !told.contains("collapsed=?0") ? .shared : .miss
  }

  /// The edge that has answered: the last member of Cache-Status (RFC 9211 §2).
  package var site: String? {
    edgeStatus.map { String($0.prefix { $0 != ";" }) }
  }

  private var edgeStatus: String? {
    response?.fields.values(of: "Cache-Status").last?.split(separator: ",").last.map { member in
      String(member.drop { $0 == " " })
    }
  }
}
