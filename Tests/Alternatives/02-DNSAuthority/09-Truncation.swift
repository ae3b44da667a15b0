import PostRoad

public func payloadLimit(offered: UInt16?, maximum: UInt16) throws -> Int {
  [512, min(Int(offered ?? 0), Int(maximum))].max() ?? 512
}

/// Numbers the records of the message, groups the numbers by RRset, and keeps a set of numbers.
public func fit(
  _ response: DNS.Message, limit: Int, size: (DNS.Message) throws -> Int
) throws -> DNS.Message {
  if try size(response) <= limit { return response }
  let plan = try Plan(response)
  var kept = plan.fixed
  for group in plan.needed {
    guard try size(plan.message(kept.union(group))) <= limit else {
      var cut = plan.message(kept)
      cut.header.isTruncated = true
      return cut
    }
    kept.formUnion(group)
  }
  for group in plan.optional where try size(plan.message(kept.union(group))) <= limit {
    kept.formUnion(group)
  }
  return plan.message(kept)
}

private struct Plan {
  let response: DNS.Message
  var fixed: Set<Int> = []
  var needed: [Set<Int>] = []
  var optional: [Set<Int>] = []

  init(_ response: DNS.Message) throws {
    self.response = response
    let records = response.answers + response.authorities + response.additionals
    let starts = [response.answers.count, response.answers.count + response.authorities.count]
    var left = records.indices.filter { records[$0].type != .opt }
    fixed = Set(records.indices).subtracting(left)
    while let first = left.first {
      func section(_ number: Int) -> Int { starts.filter { $0 <= number }.count }
      let group = left.filter {
        section($0) == section(first) && records[$0].name == records[first].name
          && records[$0].type == records[first].type
      }
      left.removeAll(where: group.contains)
      var isNeeded = section(first) < 2
      if [.a, .aaaa].contains(records[first].type) {
        for server in response.authorities where server.type == .ns {
          if try isAtOrBelow(records[first].name, server.name) { isNeeded = true }
        }
      }
      if isNeeded { needed.append(Set(group)) } else { optional.append(Set(group)) }
    }
  }

  func message(_ kept: Set<Int>) -> DNS.Message {
    var message = response
    var number = -1
    for section in [\DNS.Message.answers, \.authorities, \.additionals] {
      message[keyPath: section] = response[keyPath: section].filter { _ in
        number += 1
        return kept.contains(number)
      }
    }
    return message
  }
}
