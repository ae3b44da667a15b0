import PostRoad

/// A list of names and optional values first, and one loop that writes them.
public func cacheStatusMember(_ status: HTTP.CacheStatus) throws -> String {
  var parameters: [(name: String, value: String?)] = []
  if case .forwarded(let reason, let code, let collapsed, let isStored) = status.outcome {
    parameters = [
      ("fwd", reason.rawValue), ("fwd-status", code.map(String.init)),
      ("collapsed", collapsed.map { $0 ? "" : "?0" }), ("stored", isStored ? "" : nil),
    ]
  } else {
    parameters = [("hit", "")]
  }
  let name = try item(status.cache, mayBeToken: true)
  parameters.append(("ttl", status.lifetime.map { String($0 - status.age) }))
  parameters.append(("key", try status.key.map { try item($0, mayBeToken: false) }))
  parameters.append(("detail", try status.detail.map { try item($0, mayBeToken: true) }))
  return parameters.reduce(into: name) { text, parameter in
    guard let value = parameter.value else { return }
    text += "; \(parameter.name)" + (value.isEmpty ? "" : "=\(value)")
  }
}

private func item(_ text: String, mayBeToken: Bool) throws -> String {
  var quoted: [UInt8] = []
  var isToken = mayBeToken && !text.isEmpty
  for (index, byte) in text.utf8.enumerated() {
    guard byte >= 0x20, byte < 0x7F else { throw HTTP.CacheStatusError.notPrintable(text) }
    let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    let isOther = index > 0 && (byte == 0x3A || byte == 0x2F || HTTP.isToken(String(UnicodeScalar(byte))))
    isToken = isToken && (isLetter || byte == UInt8(ascii: "*") || isOther)
    if byte == 0x22 || byte == 0x5C { quoted.append(0x5C) }
    quoted.append(byte)
  }
  return isToken ? text : "\"" + String(decoding: quoted, as: UTF8.self) + "\""
}

public func addCacheStatus(
  _ status: HTTP.CacheStatus, to response: HTTP.Response, isGenerated: Bool
) throws -> HTTP.Response {
  if isGenerated { return response }
  let line = HTTP.Field("Cache-Status", try cacheStatusMember(status))
  return HTTP.Response(response.status, HTTP.Fields(response.fields.lines + [line]), body: response.body)
}
