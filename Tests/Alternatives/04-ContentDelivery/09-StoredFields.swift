import PostRoad

/// Takes the fields out one name after the other, from a copy.
public func storedFields(of response: HTTP.Response) throws -> HTTP.Fields {
  var fields = response.fields
  let listed = fields.values(of: "connection").joined(separator: ",")
  let directives = try parseCacheControl(fields.values(of: "cache-control")).directives
  let arguments = directives.compactMap { $0.name == "private" || $0.name == "no-cache" ? $0.argument : nil }
  for list in [listed] + arguments {
    for name in list.split(separator: ",") {
      let name = HTTP.trimWhiteSpace(String(name))
      if !name.isEmpty { fields.remove(name) }
    }
  }
  for name in ["Connection", "Keep-Alive", "Proxy-Connection", "TE", "Transfer-Encoding", "Upgrade"] {
    fields.remove(name)
  }
  for suffix in ["enticate", "entication-Info", "orization"] { fields.remove("Proxy-Auth\(suffix)") }
  return fields
}
