import PostRoad

/// Reads the name of the server that a TLS client wants to reach, from the first bytes it sends.
///
///     record        type 22, version (2), length (2), then a part of the message
///     message       type 1, length (3), then
///     ClientHello   version (2), random (32), session id <1>, cipher suites <2>, compression <1>, extensions <2>
///     extension     type (2), data <2>
///     server_name   type 0; its data is a list <2> of: name type (1), name <2>; a host name has the type 0
///
/// `(n)` is n bytes, `<n>` bytes with a length of n bytes before them; all big-endian. The message may be split over
/// several records. Each vector has to fit exactly into what is around it; a ClientHello without extensions ends after
/// its compression methods. What follows the message is ignored, and so are all versions and what is inside of the
/// other vectors: only their lengths matter.
///
/// - Parameter bytes: what has come in so far, the first record first.
/// - Returns: the name in lower case, or nil when the client gives none.
/// - Throws: `LB.ClientHelloError`. `.incomplete` says that more bytes may make it right; the others, that none can.
///   Another type of record or message is refused by its first byte; a record of no bytes or too many, and a message that
///   is too long, as soon as their header is there. A list of names has at least one, or it is `.malformed`. `.repeated`
///   when an extension type, or a type in the list of names, is there twice.
///   The name is judged last: `.badName` when it is not 1 to 253 ASCII letters, digits, hyphens, underscores and dots,
///   begins or ends with a dot, or is an IPv4 address, which means here that its last label has only digits.
///
/// Source: [RFC 8446 §4.1.2](https://www.rfc-editor.org/rfc/rfc8446#section-4.1.2) and
/// [§5.1](https://www.rfc-editor.org/rfc/rfc8446#section-5.1),
/// [RFC 6066 §3](https://www.rfc-editor.org/rfc/rfc6066#section-3).
public func serverName(_ bytes: [UInt8]) throws -> String? {
  // TODO: 1. Put the message together out of its records; then it has to fit exactly.
  // TODO: 2. Skip what comes before the extensions. Without extensions there is no name.
  // TODO: 3. Look at all extensions, for a type that is there twice, and keep the one of the name.
  // TODO: 4. In the list of names, look for one of a host. No type may be there twice.
  throw NotStarted()
}

// TODO: 5. Bytes that are taken from the front, and never more than there are.
// TODO: 6. Record after record, until the message has the length that its header tells. Check each header at once, and look
// at a part of a record as well, so that a wrong message is refused early.
// TODO: 7. A name in lower case, if it is one. Beware of what lower case makes of letters that are not ASCII.
