import PostRoad

/// Sorts the fields into those that stay and two lists in one pass, and builds the new head from them.
public func forwardedHead(
  of head: LB.RequestHead, body: LB.BodyLength, from peer: String, by name: String
) throws -> LB.RequestHead {
  var dropped: Set = [
    "connection", "content-length", "keep-alive", "proxy-connection", "te", "transfer-encoding", "upgrade",
  ]
  dropped.formUnion(elements(head.values(of: "connection")).map { $0.lowercased() })
  if dropped.contains("host") { throw LB.ForwardError.endToEndOption("host") }

  var fields: [LB.Field] = []
  var forwarded: [String] = []
  var via: [String] = []
  for field in head.fields where !dropped.contains(field.name) {
    switch field.name {
    case "x-forwarded-for": forwarded.append(field.value)
    case "via": via.append(field.value)
    default: fields.append(field)
    }
  }
  let hasHost = fields.contains { $0.name == "host" }
  let hadLength = head.fields.contains { $0.name == "content-length" }
  let length: [LB.Field] =
    switch body {
    case .chunked: [LB.Field("transfer-encoding", "chunked")]
    case .bytes(0) where !hadLength: []
    case .bytes(let count): [LB.Field("content-length", String(count))]
    }
  return LB.RequestHead(
    method: head.method, target: head.target,
    fields: (hasHost ? [] : [LB.Field("host", "")]) + fields + length + [
      LB.Field("x-forwarded-for", grown(forwarded, by: peer)),
      LB.Field("via", grown(via, by: "1.\(head.minorVersion) \(name)")),
    ])
}

private func grown(_ values: [String], by own: String) -> String {
  let edges: Set<Character> = [" ", "\t", ","]
  let kept = values.compactMap { value -> String? in
    guard let first = value.firstIndex(where: { !edges.contains($0) }),
      let last = value.lastIndex(where: { !edges.contains($0) })
    else { return nil }
    return String(value[first...last])
  }
  return (kept + [own]).joined(separator: ", ")
}

/// Makes the whole chain first, the peer at its end, then drops all up to the last element that is not an
/// address, and takes the last that is not trusted. `isTrusted` gets addresses in lower case.
public func clientAddress(
  peer: String, forwardedFor: [String], isTrusted: (String) -> Bool
) throws -> String {
  let claims = elements(forwardedFor)
  let start = claims.lastIndex { !isAddress($0) }.map { $0 + 1 } ?? 0
  let chain = claims[start...] + [peer]
  return chain.last { !isTrusted($0.lowercased()) } ?? chain.first ?? peer
}

/// The elements of a list without the spaces and tabs around them, and without empty ones.
private func elements(_ values: [String]) -> [String] {
  let blanks: [Character] = [" ", "\t"]
  return values.joined(separator: ",").split(separator: ",").compactMap { element in
    guard let first = element.firstIndex(where: { !blanks.contains($0) }),
      let last = element.lastIndex(where: { !blanks.contains($0) })
    else { return nil }
    return String(element[first...last])
  }
}

private func isAddress(_ text: String) -> Bool {
  let parts = text.split(separator: ":", omittingEmptySubsequences: false)
  // An IPv4 address, alone or in place of the last two groups of an IPv6 address.
  let isLastIPv4 = parts.last.map { LB.Endpoint(address: $0, port: "0", isIPv6: false) != nil } ?? false
  if parts.count == 1 { return isLastIPv4 }
  let groups = isLastIPv4 ? parts.dropLast() + ["0", "0"] : parts
  return LB.Endpoint(address: groups.joined(separator: ":")[...], port: "0", isIPv6: true) != nil
}
