import PostRoad

/// Asks when the response was born, by either way of counting: the earlier birth counts.
public func currentAge(of stored: HTTP.StoredResponse, now: Int) throws -> Int {
  let fields = stored.response.fields
  let later = max(now, stored.responseTime)
  var births = [min(stored.requestTime, stored.responseTime)]
  let first = fields.values(of: "Age").first ?? ""
  let digits = HTTP.trimWhiteSpace(
    first.split(separator: ",", omittingEmptySubsequences: false).first.map(String.init) ?? "")
  do { births[0] -= try parseDeltaSeconds(digits) } catch is HTTP.DeltaSecondsError {}
  for date in fields.values(of: "Date").prefix(1) {
    do { births.append(try parseHTTPDate(date, now: stored.responseTime)) } catch is HTTP.DateError {}
  }
  return later - (births.min() ?? later)
}

public func response(from stored: HTTP.StoredResponse, now: Int) throws -> HTTP.Response {
  let age = try currentAge(of: stored, now: now)
  var lines = stored.response.fields.lines
  lines.removeAll { HTTP.lowercaseASCII($0.name) == "age" }
  lines.insert(HTTP.Field("Age", "\(age)"), at: 0)
  return HTTP.Response(stored.response.status, HTTP.Fields(lines), body: stored.response.body)
}
