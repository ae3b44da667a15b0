import PostRoad

/// The key under which a cache stores the response to a request: its target URI, written so that URIs that are equal by these
/// rules have one key.
///
/// The key is `scheme://host:port/path?query`.
///
/// - Scheme and host are in lower case (ASCII).
/// - Percent signs in the host stay as they are.
/// - The port is left out, with its colon, where it is empty or the scheme's own: 80 for `http`, 443 for `https`. Zeros at its front
///   do not count: `080` is 80, and `00` is 0.
/// - In path and query a `%` with two hexadecimal digits becomes the character it stands for, if that is unreserved: a letter or
///   digit of ASCII, `-`, `.`, `_`, `~`. For all others the two digits are in upper case. What comes out is not read again. A `%`
///   without two such digits stays as it is.
/// - Then the segments `.` and `..` are removed from the path, and with each `..` the segment before it, if there is one. If the last
///   segment was one of them, the path ends with `/`. Empty segments stay.
/// - An empty path is `/`.
/// - The query follows its `?`, an empty one as well. Without a query there is no `?`.
///
/// Method and fields are not looked at, and the fragment is no part of the key.
///
/// - Throws: what `HTTP.Target` throws for the URI.
///
/// Source: [RFC 9111 §2](https://www.rfc-editor.org/rfc/rfc9111#section-2);
/// [RFC 9110 §4.2.3](https://www.rfc-editor.org/rfc/rfc9110#section-4.2.3);
/// [RFC 3986 §6.2.2](https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2),
/// [§5.2.4](https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4).
public func cacheKey(for request: HTTP.Request) throws -> String {
  // TODO: 1. Each part has its own rules. Cut first, normalize then.
  // TODO: 2. A port that goes without saying is not said.
  // TODO: 3. The order of two steps matters here.
  throw NotStarted()
}

// TODO: 4. Helpers of your own are welcome here: one for `%`, one for the dots.
