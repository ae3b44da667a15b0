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
  // <write>
  let encodings = head.values(of: "transfer-encoding")
  let lengths = head.values(of: "content-length")
  // 1. Transfer-Encoding comes first, but not in HTTP/1.0 and not beside a Content-Length.
  if !encodings.isEmpty {
    guard head.minorVersion >= 1 else { throw LB.FramingError.transferEncodingInOldVersion }
    guard lengths.isEmpty else { throw LB.FramingError.bothLengths }
    return try chunked(encodings)
  }
  // 2. With neither of them there is no body.
  guard let value = lengths.first else { return .bytes(0) }
  // 3. One number, once.
  guard lengths.count == 1, !value.contains(",") else { throw LB.FramingError.repeatedContentLength }
  // 4. Digits alone: what converts a text to a number elsewhere takes signs as well.
  guard !value.isEmpty, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
    throw LB.FramingError.badContentLength(value)
  }
  // 5. More than fits is refused, not cut.
  guard let length = Int(value) else { throw LB.FramingError.contentLengthTooLarge(value) }
  return .bytes(length)
  // </write>
}

// <declare>
// 6. All codings in one list. Each is a token; the last one is chunked, and no other one is there.
private func chunked(_ values: [String]) throws -> LB.BodyLength {
  let codings = values.flatMap { $0.split(separator: ",") }.map { element in
    element.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
  }.map { String($0).lowercased() }.filter { !$0.isEmpty }
  for coding in codings where !isToken(coding) { throw LB.FramingError.badTransferEncoding(coding) }
  guard codings.last == "chunked" else { throw LB.FramingError.lastCodingNotChunked }
  guard codings.filter({ $0 == "chunked" }).count == 1 else { throw LB.FramingError.repeatedChunked }
  if let other = codings.first(where: { $0 != "chunked" }) { throw LB.FramingError.unknownCoding(other) }
  return .chunked
}

// 7. Only the space and the tab are white space, and a token has letters, digits and fifteen signs.
private func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }

private func isToken(_ text: String) -> Bool {
  text.utf8.allSatisfy {
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`|~".utf8.contains($0)
  }
}
// </declare>
