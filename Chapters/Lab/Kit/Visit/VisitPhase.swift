/// A phase of a visit, in the order of W3C's Navigation Timing.
package enum VisitPhase: String, CaseIterable, Sendable {
  /// From the question for the address to the answer.
  case dns
  /// Until the connection is made.
  case tcp
  /// Until it is secure. `lab visit` does not speak TLS; a world has it as a box of one round trip.
  case tls
  /// From the request to the first octet of the response.
  case wait
  /// Until the last one.
  case body
}

/// How long a phase took.
package struct VisitSpan: Hashable, Sendable {
  package var phase: VisitPhase
  /// Milliseconds from the beginning of the visit.
  package var start: Double
  /// Milliseconds.
  package var duration: Double
  /// What was learned in it: `192.0.2.80, TTL 60`.
  package var note: String

  package init(_ phase: VisitPhase, start: Double, duration: Double, note: String) {
    self.phase = phase
    self.start = start
    self.duration = duration
    self.note = note
  }
}

/// A visit from the question for an address to the last octet of the page.
package struct VisitTimeline: Hashable, Sendable {
  package var spans: [VisitSpan] = []

  package init(_ spans: [VisitSpan] = []) { self.spans = spans }

  package var total: Double { spans.map { $0.start + $0.duration }.max() ?? 0 }

  package func duration(of phase: VisitPhase) -> Double {
    spans.filter { $0.phase == phase }.reduce(0) { $0 + $1.duration }
  }
}
