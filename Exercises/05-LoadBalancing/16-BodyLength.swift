import PostRoad

/// How long is the body of a request? Two readers that disagree about it read two different requests.
///
/// The rules of RFC 9112 §6.3 that concern a request, in their order:
///
/// 1. With Transfer-Encoding: in HTTP/1.0 the framing is faulty; a Content-Length beside it is refused; the last coding
///    has to be `chunked`. All its fields together are one list, in their order, separated by commas.
/// 2. With Content-Length: one number of digits alone, or the framing is faulty.
/// 3. With neither: no body.
///
/// Where the RFC leaves a choice, we refuse: both fields together, and a Content-Length that comes twice, even if the
/// numbers agree. Codings are compared without regard to case and have no parameters here; empty list elements, and
/// those of spaces and tabs alone, are skipped (RFC 9110 §5.6.1.2). The method does not matter.
///
/// - Parameter head: the head of the request. Its field names are in lower case, and its values have no white space
///   around them.
/// - Returns: `.chunked`, or `.bytes` with the length.
/// - Throws: `LB.FramingError`. With Transfer-Encoding in this order: `.transferEncodingInOldVersion`; `.bothLengths`;
///   for the first coding that is no token `.badTransferEncoding(_:)` with it, in lower case and without the spaces
///   and tabs around it; `.lastCodingNotChunked`, also when the list is empty; `.repeatedChunked`; `.unknownCoding(_:)`
///   with the first one that is not chunked, in lower case.
///   With Content-Length: `.repeatedContentLength` for several fields or a comma; `.badContentLength(_:)` with a value
///   that is not one digit or more; `.contentLengthTooLarge(_:)` with one that does not fit into an `Int`,
///   however many zeros are before it.
///
/// Source: [RFC 9112 §6.1](https://www.rfc-editor.org/rfc/rfc9112#section-6.1) and
/// [§6.3](https://www.rfc-editor.org/rfc/rfc9112#section-6.3),
/// [RFC 9110 §8.6](https://www.rfc-editor.org/rfc/rfc9110#section-8.6).
public func bodyLength(of head: LB.RequestHead) throws -> LB.BodyLength {
  // TODO: 1. Transfer-Encoding comes first, but not in HTTP/1.0 and not beside a Content-Length.
  // TODO: 2. With neither of them there is no body.
  // TODO: 3. One number, once.
  // TODO: 4. Digits alone: what converts a text to a number elsewhere takes signs as well.
  // TODO: 5. More than fits is refused, not cut.
  throw NotStarted()
}

// TODO: 6. All codings in one list. Each is a token; the last one is chunked, and no other one is there.
// TODO: 7. Only the space and the tab are white space, and a token has letters, digits and fifteen signs.
