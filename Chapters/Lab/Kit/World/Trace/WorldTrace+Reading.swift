extension WorldTrace {
  /// Why a text is no trace.
  package struct Failure: Error, Hashable, CustomStringConvertible {
    package var line: Int
    package var reason: String

    package init(line: Int, reason: String) {
      self.line = line
      self.reason = reason
    }

    package var description: String { "line \(line): \(reason)" }
  }

  /// Reads what `lines` has written. Members that are not known are skipped.
  package init(lines text: String) throws {
    var isFirst = true
    self.init(seed: 0, lanes: [])
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      let value: JSONValue
      do { value = try JSONReader.value(line) } catch let failure as JSONReader.Failure {
        throw Failure(line: index + 1, reason: "not JSON, from octet \(failure.offset) on")
      }
      if isFirst {
        guard value["schema"]?.text == Self.schema else {
          throw Failure(line: index + 1, reason: "the first line does not say \"schema\":\"\(Self.schema)\"")
        }
        readHead(value)
        isFirst = false
      } else if !read(value) {
        throw Failure(line: index + 1, reason: "neither an arrow nor a note nor a visit")
      }
    }
    guard !isFirst else { throw Failure(line: 1, reason: "there is no line") }
  }

  private mutating func readHead(_ value: JSONValue) {
    seed = value["seed"]?.text.flatMap { UInt64($0) } ?? 0
    lanes = (value["lanes"]?.elements ?? []).map { lane in
      Lane(
        name: lane["name"]?.text ?? "", kind: lane["kind"]?.text ?? "",
        part: lane["part"]?.text ?? "reference")
    }
  }

  private mutating func read(_ value: JSONValue) -> Bool {
    guard let time = value["t"]?.integer else { return false }
    if let note = value["note"]?.text {
      notes.append(Note(time: Int64(time), node: value["node"]?.text ?? "", text: note))
      return true
    }
    if case .object(let members)? = value["routes"] {
      let ways = members.map { Routes.Way(client: $0.name, site: $0.value.text) }
      routes.append(Routes(time: Int64(time), ways: ways))
      return true
    }
    if let from = value["from"]?.text, let to = value["to"]?.text,
      let end = value["end"]?.text.flatMap(Arrow.End.init)
    {
      arrows.append(
        Arrow(
          time: Int64(time), arrives: value["arrives"]?.integer.map { Int64($0) }, from: from, to: to,
          id: value["id"]?.integer ?? 0, phase: value["phase"]?.text.flatMap(VisitPhase.init),
          visit: value["visit"]?.text, text: value["text"]?.text ?? "",
          octets: value["octets"]?.integer ?? 0, bytes: value["bytes"]?.text ?? "", end: end))
      return true
    }
    guard let id = value["visit"]?.text, let ended = value["ended"]?.integer else { return false }
    visits.append(
      Visit(
        id: id, url: value["url"]?.text ?? "", began: Int64(time), ended: Int64(ended),
        outcome: value["outcome"]?.text ?? "", status: value["status"]?.integer, site: value["site"]?.text,
        messages: value["messages"]?.integer ?? 0, octets: value["octets"]?.integer ?? 0,
        spans: (value["spans"]?.elements ?? []).compactMap(Self.span), lifetime: value["lifetime"]?.integer,
        age: value["age"]?.integer, ttl: value["ttl"]?.integer))
    return true
  }

  private static func span(_ value: JSONValue) -> VisitSpan? {
    guard let phase = value["phase"]?.text.flatMap(VisitPhase.init), let start = value["start"]?.number,
      let duration = value["duration"]?.number
    else { return nil }
    return VisitSpan(phase, start: start, duration: duration, note: value["note"]?.text ?? "")
  }
}
