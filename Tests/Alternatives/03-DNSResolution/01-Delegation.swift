import PostRoad

/// Walks up from the question's name, and looks at each step for NS records of just that owner.
extension DNS.Name {
  public func isWithin(_ zone: DNS.Name) throws -> Bool {
    var name = self
    while name != zone {
      if name.labels.isEmpty { return false }
      name = DNS.Name(labels: Array(name.labels.dropFirst()))
    }
    return true
  }
}

public func closestCut(to question: DNS.Question, in records: [DNS.ResourceRecord]) throws
  -> Resolver.ZoneCut?
{
  var servers: [DNS.Name: [DNS.Name]] = [:]
  for record in records {
    guard case .ns(let server) = record.data else { continue }
    if servers[record.name]?.contains(server) != true { servers[record.name, default: []].append(server) }
  }
  var labels = question.name.labels[...]
  if question.type == DNS.RecordType.ds, labels.popFirst() == nil { return nil }
  repeat {
    let zone = DNS.Name(labels: Array(labels))
    if let found = servers[zone] { return Resolver.ZoneCut(zone: zone, nameServers: found) }
  } while labels.popFirst() != nil
  return nil
}
