import PostRoad

/// Whether a request may have a stored response, as far as the response's Vary is concerned: every request field that Vary names
/// is the same in this request and in the one that brought the response.
///
/// - Vary is a list of names; all its lines are one list, and letter case does not count. `*` anywhere in it matches no request.
///   Without a Vary, or with one that names nothing, every request matches.
/// - A field that is missing is the same as one that is missing, and not the same as an empty one.
/// - The lines of a field are one list, in their order: `a` and `b` in two lines are the same as `a, b` in one. Spaces and tabs next
///   to a comma do not count, unless there is a quote (`"`) in one of the two fields. Nothing else is made alike: not the order, not
///   letter case.
/// - Other fields, methods and URIs are not looked at.
///
/// Source: [RFC 9111 §4.1](https://www.rfc-editor.org/rfc/rfc9111#section-4.1).
public func varyMatches(_ request: HTTP.Request, _ stored: HTTP.StoredResponse) throws -> Bool {
  // <write>
  // 1. Whose fields does Vary name, and with whose are they compared?
  let names = stored.response.fields.tokens(of: "Vary")
  if names.contains("*") { return false }
  return names.allSatisfy { name in
    isSame(request.fields.values(of: name), stored.request.fields.values(of: name))
  }
  // </write>
}

/// Chooses among the stored responses of one cache key the one for a request: the index of the best one that matches, or nil if
/// none does.
///
/// - Each response is judged by its own Vary.
/// - A response with a Vary that names something comes before those without.
/// - Among those the most recent comes first: the one with the latest Date. Where Date is missing or no date, it is the time at
///   which the response was received. Dates are read with the clock of that time, and the first line counts.
/// - Among equally recent ones the last in `responses` comes first.
///
/// Source: [RFC 9111 §4.1](https://www.rfc-editor.org/rfc/rfc9111#section-4.1),
/// [§4](https://www.rfc-editor.org/rfc/rfc9111#section-4).
public func selectResponse(for request: HTTP.Request, among responses: [HTTP.StoredResponse]) throws -> Int? {
  // <write>
  // 2. Of those that match, one is the best.
  var best: (index: Int, rank: Int, date: Int)?
  for (index, stored) in responses.enumerated() where try varyMatches(request, stored) {
    let rank = stored.response.fields.tokens(of: "Vary").isEmpty ? 0 : 1
    let date = try dateOf(stored)
    if let best, (best.rank, best.date) > (rank, date) { continue }
    best = (index, rank, date)
  }
  return best?.index
  // </write>
}

// <declare>
// 3. Helpers of your own are welcome here.
private func isSame(_ one: [String], _ other: [String]) -> Bool {
  guard one.isEmpty == other.isEmpty else { return false }
  let isQuoted = (one + other).contains { $0.utf8.contains(UInt8(ascii: "\"")) }
  return isQuoted
    ? one.joined(separator: ", ") == other.joined(separator: ", ") : elements(one) == elements(other)
}

private func elements(_ lines: [String]) -> [String] {
  lines.joined(separator: ",").utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    .map { HTTP.trimWhiteSpace(String(Substring($0))) }
}

private func dateOf(_ stored: HTTP.StoredResponse) throws -> Int {
  guard let text = stored.response.fields.first("Date") else { return stored.responseTime }
  do { return try parseHTTPDate(text, now: stored.responseTime) } catch is HTTP.DateError {}
  return stored.responseTime
}
// </declare>
