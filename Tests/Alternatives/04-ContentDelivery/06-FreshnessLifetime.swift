import PostRoad

/// Each source of a lifetime is a function that has an answer or none; the first answer counts.
public func freshnessLifetime(of stored: HTTP.StoredResponse) throws -> Int {
  let fields = stored.response.fields
  let control = try parseCacheControl(fields.values(of: "Cache-Control"))
  let sources: [() throws -> Int?] = [
    { try seconds(control["s-maxage"]) },
    { try seconds(control["max-age"]) },
    {
      guard let text = fields.first("Expires") else { return nil }
      return try moment(text, stored).map { try $0 - birth(stored) } ?? 0
    },
    {
      guard
        control["public"] != nil
          || "200 203 204 206 300 301 308 404 405 410 414 501".contains("\(stored.response.status)"),
        let text = fields.first("Last-Modified"), let modified = try moment(text, stored)
      else { return nil }
      return try (birth(stored) - modified) / 10
    },
  ]
  for source in sources {
    if let lifetime = try source() { return max(lifetime, 0) }
  }
  return 0
}

private func seconds(_ directive: HTTP.Directive?) throws -> Int? {
  guard let directive else { return nil }
  do { return try parseDeltaSeconds(directive.argument) } catch is HTTP.DeltaSecondsError { return 0 }
}

private func moment(_ text: String, _ stored: HTTP.StoredResponse) throws -> Int? {
  do { return try parseHTTPDate(text, now: stored.responseTime) } catch is HTTP.DateError { return nil }
}

/// When the origin generated the response.
private func birth(_ stored: HTTP.StoredResponse) throws -> Int {
  guard let text = stored.response.fields.first("Date") else { return stored.responseTime }
  return try moment(text, stored) ?? stored.responseTime
}
