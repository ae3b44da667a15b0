import PostRoad

/// The fields of a response that a shared cache stores: all of them, in their order, but for these.
///
/// - Connection, and every field that it names. It is a list of tokens; several lines are one list.
/// - The other fields that are for one connection alone: Keep-Alive, Proxy-Connection, TE, Transfer-Encoding, Upgrade.
/// - The fields that are for one proxy alone: Proxy-Authenticate, Proxy-Authentication-Info, Proxy-Authorization.
/// - The fields that an argument of `private` or `no-cache` names, as in `private="set-cookie, x-user"`: a list of names. Each of
///   several such directives counts. Without an argument they name none.
///
/// Letter case does not count in names. All lines of a field go, or none. Cache-Control and Connection are read before anything is
/// left out.
///
/// Source: [RFC 9111 §3.1](https://www.rfc-editor.org/rfc/rfc9111#section-3.1); the fields of a connection:
/// [RFC 9110 §7.6.1](https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1); the arguments:
/// [RFC 9111 §5.2.2.4](https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2.4),
/// [§5.2.2.7](https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2.7).
public func storedFields(of response: HTTP.Response) throws -> HTTP.Fields {
  // TODO: 1. What is for one connection, or for one proxy.
  // TODO: 2. What the origin keeps back from us.
  // TODO: 3. Everything else.
  throw NotStarted()
}
