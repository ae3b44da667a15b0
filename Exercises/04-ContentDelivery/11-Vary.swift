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
  // TODO: 1. Whose fields does Vary name, and with whose are they compared?
  throw NotStarted()
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
  // TODO: 2. Of those that match, one is the best.
  throw NotStarted()
}

// TODO: 3. Helpers of your own are welcome here.
