import PostRoad

/// Reads the head of an HTTP/1 request, and refuses whatever two readers could read differently.
///
///     GET /road HTTP/1.1\r\n          method, target, version, with one space between them
///     Host: postroad.example\r\n      fields: a name, a colon, and a value with white space around it
///     \r\n                            an empty line
///
/// One empty line before the request line is skipped. Lines are judged in their order, each when its LF is there; a CR
/// with another byte than LF after it is refused as soon as that byte is there. Of two faults in one line any may be
/// reported. The Host is judged when the empty line is there: first how many there are, then what is in it. Our parser
/// refuses where RFC 9112 leaves a choice:
///
/// - Each line ends with CR LF; there is no CR and no LF anywhere else.
/// - The method is a token, and its case counts. The target is visible ASCII without `#`. For CONNECT it is a host that is
///   not empty, a colon and a port from 1 to 65,535, and nothing else. For the other methods it begins with `/`; or it is
///   `*`, for OPTIONS alone; or a scheme, `://`, a host that is not empty, and a path or a query, if any. A scheme is a
///   letter, then letters, digits, `+`, `-` and `.`.
/// - No line after the request line begins with a space or a tab. A name is a token, right before its colon. A value
///   has no control character but the tab.
/// - Host: exactly one in HTTP/1.1, at most one in HTTP/1.0.
/// - A host, here and in the target, is letters, digits, any of `-._~!$&'()*+,;=`, and `%` with two hexadecimal digits;
///   or it is an IPv6 address in brackets, whose last 32 bits may be written like an IPv4 address. A port may follow: a
///   colon, then any number of digits, none as well. A Host may be empty.
///
/// - Parameter bytes: what has come in so far, the request first.
/// - Returns: the head; `length` covers all bytes up to the body, an empty line before the request included.
/// - Throws: `LB.RequestError`. `.incomplete` says that more bytes may make it right; the others, that none can. The field
///   that is one too many is `.tooManyFields`, whatever is in it.
///
/// Source: [RFC 9112 §2.2](https://www.rfc-editor.org/rfc/rfc9112#section-2.2),
/// [§3](https://www.rfc-editor.org/rfc/rfc9112#section-3), [§5](https://www.rfc-editor.org/rfc/rfc9112#section-5);
/// for a host [RFC 3986 §3.2.2](https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2).
public func parseRequestHead(_ bytes: [UInt8]) throws -> LB.RequestHead {
  // TODO: 1. Skip one empty line, then take the request line apart at its single spaces.
  // TODO: 2. Fields until the empty line, and no more than the bound.
  // TODO: 3. Who is asked has to be clear.
  throw NotStarted()
}

// TODO: 4. The next line without its CR LF. The bound counts from the first byte, and holds before the line is there; so does
// the rule about CR.
// TODO: 5. A field: the name right before the colon, the value without the white space around it.
// TODO: 6. One character a byte: whatever was sent can be told again.
// TODO: 7. RFC 9110 §5.6.2: letters, digits and fifteen signs, at least one.
// TODO: 8. RFC 9112 §3.2: four forms, two of which belong to a method.
// TODO: 9. RFC 3986 §3.2.2: a name, or an IPv6 address in brackets; then maybe a port.
