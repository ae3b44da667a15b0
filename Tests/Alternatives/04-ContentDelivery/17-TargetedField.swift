import PostRoad

/// A reader that recurses from member to member, and a table of what each directive needs.
public func parseTargetedField(_ values: [String]) throws -> HTTP.CacheControl? {
  var text = Substring(values.joined(separator: ", "))
  while text.first == " " { text.removeFirst() }
  if text.isEmpty { return nil }
  let members = try readMembers(&text, [])
  let directives = members.compactMap { member -> HTTP.Directive? in
    guard let need = needs[member.key] else { return nil }
    switch member.value {
    case .integer(let number):
      return need == .time && number >= 0 ? HTTP.Directive(member.key, "\(number)") : nil
    case .string(let names): return need == .names ? HTTP.Directive(member.key, names) : nil
    case .boolean(let isTrue): return isTrue && need != .time ? HTTP.Directive(member.key) : nil
    default: return nil
    }
  }
  return HTTP.CacheControl(directives)
}

private enum Need { case time, names, nothing }

private let needs: [String: Need] = [
  "max-age": .time, "s-maxage": .time, "stale-while-revalidate": .time, "stale-if-error": .time,
  "no-cache": .names, "private": .names,
  "no-store": .nothing, "no-transform": .nothing, "must-revalidate": .nothing, "proxy-revalidate": .nothing,
  "must-understand": .nothing, "public": .nothing,
]

private func readMembers(
  _ text: inout Substring, _ before: [(key: String, value: HTTP.StructuredValue)]
) throws -> [(key: String, value: HTTP.StructuredValue)] {
  var members = before
  let (key, value) = try readPair(&text, allowsList: true)
  while text.first == ";" {
    text.removeFirst()
    while text.first == " " { text.removeFirst() }
    _ = try readPair(&text, allowsList: false)
  }
  if let place = members.firstIndex(where: { $0.key == key }) {
    members[place].value = value
  } else {
    members.append((key, value))
  }
  skipWhite(&text)
  if text.isEmpty { return members }
  guard text.removeFirst() == "," else { throw HTTP.StructuredFieldError.broken }
  skipWhite(&text)
  return try readMembers(&text, members)
}

private func skipWhite(_ text: inout Substring) {
  while text.first == " " || text.first == "\t" { text.removeFirst() }
}

private func readPair(
  _ text: inout Substring, allowsList: Bool
) throws -> (String, HTTP.StructuredValue) {
  var key = ""
  while let next = text.first, "abcdefghijklmnopqrstuvwxyz*0123456789_-.".contains(next) {
    key.append(text.removeFirst())
  }
  guard let first = key.first, first == "*" || first.isLowercase else {
    throw HTTP.StructuredFieldError.broken
  }
  guard text.first == "=" else { return (key, .boolean(true)) }
  text.removeFirst()
  return (key, try .take(from: &text, allowsList: allowsList))
}

public func targetedDirectives(of fields: HTTP.Fields, targets: [String]) throws -> HTTP.CacheControl? {
  guard let target = targets.first else { return nil }
  var found: HTTP.CacheControl?
  do { found = try parseTargetedField(fields.values(of: target)) } catch is HTTP.StructuredFieldError {}
  return try found ?? targetedDirectives(of: fields, targets: Array(targets.dropFirst()))
}
