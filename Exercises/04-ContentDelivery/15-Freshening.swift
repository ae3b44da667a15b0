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
  // TODO: 1. A strong tag says exactly what is meant, and may mean several.
  // TODO: 2. Without any validator there must be nothing to confuse.
  // TODO: 3. A weak one may fit several that are not the same: take one.
  throw NotStarted()
}

// TODO: 4. What a weak comparison compares.

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
  // TODO: 5. Some of what is new is not for the store, and some must not change without the body.
  // TODO: 6. Replace field by field, not line by line.
  // TODO: 7. It is as old as the answer now.
  throw NotStarted()
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
  // TODO: 8. What the HEAD does not say proves nothing.
  throw NotStarted()
}
