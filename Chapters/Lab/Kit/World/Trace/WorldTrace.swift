/// What has happened in a world: its arrows, its visits, and what its nodes have said.
package struct WorldTrace: Hashable, Sendable {
  /// A node, which is a lane of the picture.
  package struct Lane: Hashable, Sendable {
    package var name: String
    /// `client`, `edge` …
    package var kind: String
    /// Whose functions it answers with: `yours`, `reference` or `both`.
    package var part: String

    package init(name: String, kind: String, part: String) {
      self.name = name
      self.kind = kind
      self.part = part
    }
  }

  /// A packet on its road.
  package struct Arrow: Hashable, Sendable {
    package enum End: String, Sendable {
      case arrived
      /// It never came.
      case lost
      /// It came when nobody waited for it any more, or was no answer to anything.
      case unused
      /// Nobody listens there.
      case refused
      /// It was still under way when the world ended.
      case underWay
    }

    /// Milliseconds from the beginning of the world.
    package var time: Int64
    /// Nil where it is lost.
    package var arrives: Int64?
    package var from: String
    package var to: String
    /// Its number on this road, beginning with 1. So another road changes nobody's number.
    package var id: Int
    package var phase: VisitPhase?
    package var visit: String?
    package var text: String
    package var octets: Int
    /// What it carries, in hexadecimal digits; of HTTP nothing.
    package var bytes: String
    package var end: End
  }

  /// A line that a node has said, or the script: `cut fra`.
  package struct Note: Hashable, Sendable {
    package var time: Int64
    /// Empty for the script's.
    package var node: String
    package var text: String

    package init(time: Int64, node: String, text: String) {
      self.time = time
      self.node = node
      self.text = text
    }
  }

  /// A visit that has ended.
  package struct Visit: Hashable, Sendable {
    package var id: String
    package var url: String
    package var began: Int64
    package var ended: Int64
    package var outcome: String
    package var status: Int?
    package var site: String?
    package var messages: Int
    package var octets: Int
    package var spans: [VisitSpan]
    /// For how many seconds what it got may be used, and how old it was.
    package var lifetime: Int?
    package var age: Int?
    /// For how many seconds the address may be used; nil where nobody was asked for it.
    package var ttl: Int?
  }

  /// Where the clients of an address with several sites are led, from a time on.
  package struct Routes: Hashable, Sendable {
    package struct Way: Hashable, Sendable {
      package var client: String
      /// Nil where no road leads to any of them.
      package var site: String?
    }

    package var time: Int64
    package var ways: [Way]
  }

  package var seed: UInt64
  package var lanes: [Lane]
  package var arrows: [Arrow] = []
  package var notes: [Note] = []
  package var visits: [Visit] = []
  package var routes: [Routes] = []

  package init(seed: UInt64, lanes: [Lane]) {
    self.seed = seed
    self.lanes = lanes
  }
}

extension WorldTrace.Visit {
  package init(_ visit: WorldVisit) {
    let response = visit.response
    let told = visit.spans.first { $0.phase == .dns && $0.note.contains(" is ") }?.note.split(separator: " ")
    self.init(
      id: visit.id, url: visit.url, began: visit.began, ended: visit.ended, outcome: visit.outcome.rawValue,
      status: visit.status, site: visit.site, messages: visit.messages, octets: visit.octets,
      spans: visit.spans, lifetime: response.flatMap { WorldOracle.seconds("max-age", in: $0) },
      age: response?.fields.first("Age").flatMap { Int($0) }, ttl: told?.dropLast().last.flatMap { Int($0) })
  }
}

extension WorldTrace {
  /// The lanes that take part in some arrows, in the order in which they come into the picture.
  func lanes(of arrows: [Arrow]) -> [Lane] {
    var names: [String] = []
    for arrow in arrows.sorted(by: { $0.time < $1.time }) {
      for name in [arrow.from, arrow.to] where !names.contains(name) { names.append(name) }
    }
    return names.map { name in
      lanes.first { $0.name == name } ?? Lane(name: name, kind: "", part: "")
    }
  }
}
