import PostRoad

/// Makes the cookie that a server sends to a client, so that it will know the client again.
///
///      0        8   9       12         16               24
///     +--------+---+--------+---------+----------------+
///     | client | 1 | 0 0 0  |  time   |      hash      |
///     +--------+---+--------+---------+----------------+
///              version, reserved        SipHash-2-4 of all before it and the client's address
///
/// - Parameters:
///   - client: the client cookie, `DNS.Cookie.clientLength` octets that the client chose.
///   - address: the client's IP address, 4 or 16 octets, the highest first.
///   - time: seconds since 1970, modulo 2^32.
///   - secret: the server's secret, 16 octets.
/// - Returns: the data of the COOKIE option: client cookie and server cookie, 24 octets.
/// - Throws: `DNS.CookieError.clientLength(_:)` with the octets of a client cookie that has not 8.
///
/// Source: [RFC 9018 §4](https://www.rfc-editor.org/rfc/rfc9018#section-4).
public func makeCookie(
  client: [UInt8], address: [UInt8], time: UInt32, secret: [UInt8]
) throws -> [UInt8] {
  // TODO: 1. Client cookie, version, three zeros, the time from its highest octet on.
  // TODO: 2. The hash covers all of it and the address.
  throw NotStarted()
}

/// Judges the cookie that came with a query.
///
/// - Parameters:
///   - cookie: the data of the COOKIE option.
///   - address: the address that the query came from, 4 or 16 octets.
///   - now: seconds since 1970, modulo 2^32; times are compared so that the wrap of the counter does not matter.
///   - secrets: the server's secrets of 16 octets, the current one first, then those that it used before, as many as it keeps.
/// - Returns: `.clientOnly` for 8 octets. `.invalid` when it has not 24, the version is not 1, whatever its hash is, the hash over the
///   octets as they came (the reserved ones too) is none that one of the secrets makes, or the time is more than
///   `DNS.Cookie.lifetime` ago or more than `DNS.Cookie.allowedSkew` ahead. `.renew` when the time is more than
///   `DNS.Cookie.renewalAge` ago or the secret was not the first one. Otherwise `.valid`.
/// - Throws: `DNS.CookieError.optionLength(_:)` with the octets when they are neither 8 nor 16 to 40.
///
/// Source: [RFC 9018 §4.3](https://www.rfc-editor.org/rfc/rfc9018#section-4.3) and
/// [RFC 7873 §5.2](https://www.rfc-editor.org/rfc/rfc7873#section-5.2).
public func judgeCookie(
  _ cookie: [UInt8], address: [UInt8], now: UInt32, secrets: [[UInt8]]
) throws -> DNS.CookieVerdict {
  // TODO: 3. The length decides first: malformed, the client's part alone, or somebody else's form.
  // TODO: 4. Which secret makes this hash?
  // TODO: 5. How old is it? The difference of two times wraps with them; read as signed it is negative in the future.
  throw NotStarted()
}
