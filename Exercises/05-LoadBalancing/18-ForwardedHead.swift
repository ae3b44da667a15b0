import PostRoad

/// Writes the head that a balancer sends on to a backend.
///
/// What is meant for the connection between client and balancer ends here:
///
/// - every field that Connection names. Its fields together are one list, separated by commas; empty elements are skipped,
///   and case does not matter;
/// - Connection, Keep-Alive, Proxy-Connection, TE, Transfer-Encoding and Upgrade, named or not;
/// - Content-Length: the length is written anew.
///
/// What is left stays as it is, in its order. After it come these, in this order, each in one field:
///
///     transfer-encoding: chunked      when the body is chunked; otherwise
///     content-length: 3               when there are bytes, or the request had a Content-Length
///     x-forwarded-for: 192.0.2.7      what is left of it, then the peer
///     via: 1.1 tower                  what is left of it, then the version that was received, and our name
///
/// For the last two, the values of all fields of the name are joined with a comma and a space, without the commas, spaces
/// and tabs at their ends; a value that is empty then is left out. The message is ours, so it is HTTP/1.1; where no Host is
/// left, an empty one goes before all fields.
///
/// - Parameters:
///   - head: the head as it was received: names in lower case, no white space around values.
///   - body: how long the body is, as `bodyLength(of:)` has found.
///   - peer: the address of the other end of the connection that the request came on.
///   - name: what the balancer calls itself in Via.
/// - Returns: the new head; its `length` is 0, since nobody has written it down yet.
/// - Throws: `LB.ForwardError.endToEndOption("host")` when Connection names Host: the RFC forbids to send that, and to
///   refuse it is our choice.
///
/// Source: [RFC 9110 §7.6.1](https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1) and
/// [§7.6.3](https://www.rfc-editor.org/rfc/rfc9110#section-7.6.3),
/// [RFC 9112 §2.3](https://www.rfc-editor.org/rfc/rfc9112#section-2.3) and
/// [§3.2](https://www.rfc-editor.org/rfc/rfc9112#section-3.2). X-Forwarded-For has no RFC: nginx's
/// [`$proxy_add_x_forwarded_for`](https://nginx.org/en/docs/http/ngx_http_proxy_module.html#variables).
public func forwardedHead(
  of head: LB.RequestHead, body: LB.BodyLength, from peer: String, by name: String
) throws -> LB.RequestHead {
  // TODO: 1. What Connection names is for us alone. A Host is never for us alone.
  // TODO: 2. Take out what is named, what is known, and the length, before anything of ours goes in.
  // TODO: 3. The message is ours: our version, and that has a Host.
  // TODO: 4. The length that was found, not the one that was told.
  // TODO: 5. Two lists grow at their right end.
  throw NotStarted()
}

/// Finds out who sent a request that has come through proxies.
///
/// The peer is known: it is the other end of the connection. Whoever is trusted is believed about the one before it,
/// which is the next in X-Forwarded-For, counted from the right. So the client is the first one from the right who is not
/// trusted. When all are trusted, it is the leftmost; and an element that is no address ends the search at the one
/// to its right. An address of IPv6 may have its last 32 bits written like an IPv4 address.
///
///     X-Forwarded-For: 203.0.113.9, 192.0.2.7, 198.51.100.1      peer 198.51.100.2
///                      a claim      the client ◄─ trusted ◄──────────── trusted
///
/// - Parameters:
///   - peer: the address of the other end of the connection.
///   - forwardedFor: the values of the X-Forwarded-For fields, in their order; together they are one list, separated by
///     commas, and empty elements are skipped.
///   - isTrusted: whether an address belongs to one of our own proxies.
/// - Returns: the address of the client, as it is written there.
///
/// Source: nginx's
/// [`real_ip_recursive on`](https://nginx.org/en/docs/http/ngx_http_realip_module.html#real_ip_recursive);
/// [RFC 7239 §8.1](https://www.rfc-editor.org/rfc/rfc7239#section-8.1) says why. Unlike nginx we take an address with
/// a port for no address.
public func clientAddress(
  peer: String, forwardedFor: [String], isTrusted: (String) -> Bool
) throws -> String {
  // TODO: 6. From the right: as long as the last one found is trusted, believe it about the one before.
  throw NotStarted()
}

// TODO: 7. All fields of one name are one list: without the white space around its elements, and without empty ones.
// TODO: 8. `LB.Endpoint(address:port:isIPv6:)` reads addresses strictly. It does not know the form of an IPv6 address that ends
// like one of IPv4 (RFC 4291 §2.2).
