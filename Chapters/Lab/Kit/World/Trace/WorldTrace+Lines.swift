extension WorldTrace {
  static let schema = "postroad.trace/1"

  /// The trace as JSON Lines: a head, and then what happened, in the order of time. Equal runs have equal octets.
  package var lines: String {
    let head = JSONValue.object([
      "schema": .string(Self.schema), "seed": .string("\(seed)"),
      "lanes": .array(
        lanes.map { lane in
          .object(["name": .string(lane.name), "kind": .string(lane.kind), "part": .string(lane.part)])
        }),
    ])
    var rows: [(time: Int64, value: JSONValue)] = arrows.map { ($0.time, Self.value($0)) }
    rows += notes.map { ($0.time, Self.value($0)) }
    rows += routes.map { ($0.time, Self.value($0)) }
    rows += visits.map { ($0.ended, Self.value($0)) }
    // Of one time first the arrows, then what was said, then who is at the end: the order here, which sorting keeps.
    let ordered = rows.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
    return ([head] + ordered.map(\.element.value)).map { "\($0)\n" }.joined()
  }

  private static func value(_ arrow: Arrow) -> JSONValue {
    .object([
      "t": .integer(arrow.time), "arrives": arrow.arrives.map { .integer($0) }, "from": .string(arrow.from),
      "to": .string(arrow.to), "phase": arrow.phase.map { .string($0.rawValue) },
      "visit": arrow.visit.map { .string($0) }, "text": .string(arrow.text), "octets": .integer(arrow.octets),
      "bytes": arrow.bytes.isEmpty ? nil : .string(arrow.bytes), "id": .integer(arrow.id),
      "end": .string(arrow.end.rawValue),
    ])
  }

  private static func value(_ note: Note) -> JSONValue {
    .object([
      "t": .integer(note.time), "node": note.node.isEmpty ? nil : .string(note.node),
      "note": .string(note.text),
    ])
  }

  private static func value(_ routes: Routes) -> JSONValue {
    .object([
      "t": .integer(routes.time),
      "routes": .object(
        routes.ways.map { way in
          JSONValue.Member(name: way.client, value: way.site.map { .string($0) } ?? .null)
        }),
    ])
  }

  private static func value(_ visit: Visit) -> JSONValue {
    let spans = visit.spans.map { span in
      JSONValue.object([
        "phase": .string(span.phase.rawValue), "start": .number(span.start),
        "duration": .number(span.duration), "note": .string(span.note),
      ])
    }
    return .object([
      "t": .integer(visit.began), "ended": .integer(visit.ended), "visit": .string(visit.id),
      "url": .string(visit.url), "outcome": .string(visit.outcome),
      "status": visit.status.map { .integer($0) }, "site": visit.site.map { .string($0) },
      "messages": .integer(visit.messages), "octets": .integer(visit.octets),
      "lifetime": visit.lifetime.map { .integer($0) }, "age": visit.age.map { .integer($0) },
      "ttl": visit.ttl.map { .integer($0) }, "spans": .array(spans),
    ])
  }
}
