import PostRoad

/// Walks down from the origin as RFC 1034 §4.3.2 does, and looks for a star where it cannot go on.
public func sourceOfSynthesis(for name: DNS.Name, in zone: ZoneTree) throws -> DNS.Name? {
  guard try isAtOrBelow(name, zone.origin) else { throw DNS.ZoneError.outOfZone(name) }
  var node = zone.origin
  for label in name.labels.dropLast(zone.origin.labels.count).reversed() {
    let child = DNS.Name(labels: [label] + node.labels)
    guard try zone.contains(child) else {
      let star = DNS.Name(labels: [[0x2A]] + node.labels)
      return try zone.contains(star) ? star : nil
    }
    node = child
  }
  return nil
}

public func matchingRecords(for name: DNS.Name, in zone: ZoneTree) throws -> [DNS.ResourceRecord]? {
  guard let source = try sourceOfSynthesis(for: name, in: zone) else {
    return try zone.closestEncloser(of: name) == name ? zone.records(at: name) : nil
  }
  return try zone.records(at: source).map {
    DNS.ResourceRecord(name: name, recordClass: $0.recordClass, ttl: $0.ttl, data: $0.data)
  }
}

/// Lets `plainAnswer` answer for the star, and puts the asked name in its place.
public func wildcardAnswer(to question: DNS.Question, in zone: ZoneTree) throws -> DNS.AuthorityReply {
  guard try isAtOrBelow(question.name, zone.origin),
    let source = try sourceOfSynthesis(for: question.name, in: zone)
  else { return try plainAnswer(to: question, in: zone) }
  var asked = question
  asked.name = source
  var reply = try plainAnswer(to: asked, in: zone)
  for index in reply.answers.indices { reply.answers[index].name = question.name }
  return reply
}
