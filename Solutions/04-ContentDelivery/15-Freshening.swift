import PostRoad

/// Which stored responses a 304 makes fresh again: the first of these rules that fits the 304 decides.
///
/// 1. It has a strong ETag: all stored responses with this ETag. Where there is none, nothing is made fresh.
/// 2. It has a weak ETag, or a Last-Modified, or both: of the stored responses that agree with all of these it has, the most recent. A weak
///    ETag agrees with one that is equal but for the `W/`, on either side; a Last-Modified with the same text.
/// 3. It has neither: the stored response, if it is one alone and has neither as well.
///
/// An ETag that begins with `W/` is weak, every other one is strong. The first line of each field counts. The most recent is the one with the
/// highest response time; of several the last.
///
/// Source: [RFC 9111 §4.3.4](https://www.rfc-editor.org/rfc/rfc9111#section-4.3.4). That Last-Modified is always weak, and that the cache's
/// clock tells what is recent, is our choice.
///
/// - Parameters:
///   - notModified: the 304. Its status is not looked at.
///   - stored: the stored responses that the request might have been answered with.
/// - Returns: their indices in `stored`, in ascending order.
public func freshenedResponses(
  by notModified: HTTP.Response, among stored: [HTTP.StoredResponse]
) throws -> [Int] {
  // <write>
  let tag = notModified.fields.first("ETag")
  let date = notModified.fields.first("Last-Modified")
  // 1. A strong tag says exactly what is meant, and may mean several.
  if let tag, !tag.hasPrefix("W/") {
    return stored.indices.filter { stored[$0].response.fields.first("ETag") == tag }
  }
  // 2. Without any validator there must be nothing to confuse.
  guard tag != nil || date != nil else {
    let fields = stored.first?.response.fields
    let isPlain = fields?.contains("ETag") == false && fields?.contains("Last-Modified") == false
    return stored.count == 1 && isPlain ? [0] : []
  }
  // 3. A weak one may fit several that are not the same: take one.
  let matching = stored.indices.filter { index in
    let fields = stored[index].response.fields
    return (tag == nil || fields.first("ETag").map(opaque) == tag.map(opaque))
      && (date == nil || fields.first("Last-Modified") == date)
  }
  let latest = matching.max { (stored[$0].responseTime, $0) < (stored[$1].responseTime, $1) }
  return latest.map { [$0] } ?? []
  // </write>
}

// <declare>
// 4. What a weak comparison compares.
private func opaque(_ tag: String) -> String { tag.hasPrefix("W/") ? String(tag.dropFirst(2)) : tag }
// </declare>

/// The stored response with the fields of a newer response, a 304 or one to a HEAD.
///
/// The fields of the newer one that would be stored (`storedFields(of:)`) replace all stored lines of the same names: what is not
/// replaced stays in its order, and the new lines come after it in theirs. Four fields are left as they are stored, whatever the newer one
/// says: Content-Length, Content-Encoding and Content-Range, on which the stored body depends, and ETag. The stored Age goes in any case,
/// since it was the age before, and so do the stored fields that `private` or `no-cache` names now.
///
/// Status, body and request stay. The times are those of the newer response.
///
/// Source: [RFC 9111 §3.2](https://www.rfc-editor.org/rfc/rfc9111#section-3.2), which excepts Content-Length and what §3.1 does not store, and
/// allows Content-Range. That Content-Encoding and ETag stay as well, although it says MUST, and that Age goes, is our rule.
public func freshen(
  _ stored: HTTP.StoredResponse, with newer: HTTP.Response, requestTime: Int, responseTime: Int
) throws -> HTTP.StoredResponse {
  // <write>
  // 5. Some of what is new is not for the store, and some must not change without the body.
  let fixed = ["Content-Length", "Content-Encoding", "Content-Range", "ETag"]
  let new = try storedFields(of: newer).lines.filter { line in !fixed.contains { line.isNamed($0) } }
  // 6. Replace field by field, not line by line.
  var result = stored
  result.response.fields.remove("Age")
  for line in new { result.response.fields.remove(line.name) }
  result.response.fields.lines += new
  result.response.fields = try storedFields(of: result.response)
  // 7. It is as old as the answer now.
  result.requestTime = requestTime
  result.responseTime = responseTime
  return result
  // </write>
}

/// Whether a 200 response to a HEAD shows that a stored response to a GET is still true, so that it may be freshened with it. If not,
/// the stored response is stale.
///
/// Each of ETag and Last-Modified that the HEAD's response has must be the same text in the stored one, and its Content-Length, where it has
/// one, must be the number of octets of the stored body. A Content-Length that is not digits alone is no such number. The first line of each
/// field counts.
///
/// Source: [RFC 9111 §4.3.5](https://www.rfc-editor.org/rfc/rfc9111#section-4.3.5). That the octets of the stored body count, and not its
/// Content-Length field, is our rule.
public func agrees(_ head: HTTP.Response, with stored: HTTP.StoredResponse) throws -> Bool {
  // <write>
  // 8. What the HEAD does not say proves nothing.
  for name in ["ETag", "Last-Modified"] {
    if let value = head.fields.first(name), value != stored.response.fields.first(name) { return false }
  }
  guard let length = head.fields.first("Content-Length") else { return true }
  return length.utf8.allSatisfy { (0x30...0x39).contains($0) } && Int(length) == stored.response.body.count
  // </write>
}
