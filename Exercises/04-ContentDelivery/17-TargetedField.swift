import PostRoad

/// Reads a targeted field, `CDN-Cache-Control` and its like: a Dictionary of Structured Fields, whose members are directives.
///
/// The lines are one text with `, ` between them. In it there are members with a comma between them. Spaces may be before the first,
/// spaces and tabs around each comma and after the last. A member is a key, and what may come after it at once: `=` and a value, which
/// `HTTP.StructuredValue.take` reads; then parameters. Without `=` the value is true.
///
/// - A key begins with `a`–`z` or `*`, and goes on with `a`–`z`, `0`–`9`, `_`, `-`, `.`, `*`.
/// - A parameter is `;`, any spaces, a key, and, where `=` follows at once, a value that is no inner list. Parameters mean nothing here.
/// - Of a key that is there several times the last value counts, in the place of the first.
///
/// Then each member whose value is what its directive needs becomes a directive; the others are left out:
///
/// | key | value | argument |
/// |---|---|---|
/// | `max-age`, `s-maxage`, `stale-while-revalidate`, `stale-if-error` | an integer, 0 or more | the number |
/// | `no-cache`, `private` | true, or a string | none, or the string |
/// | `no-store`, `no-transform`, `must-revalidate`, `proxy-revalidate`, `must-understand`, `public` | true | none |
///
/// - Throws: `HTTP.StructuredFieldError.broken` for anything else: two commas, one at the end, a letter in upper case in a key,
///   a space before `=`. Then nothing of the field counts.
/// - Returns: the directives in the order of their keys; nil for a field without a member, or without a line.
///
/// Source: [RFC 9213 §2.1](https://www.rfc-editor.org/rfc/rfc9213#section-2.1);
/// [RFC 9651 §4.2.2](https://www.rfc-editor.org/rfc/rfc9651#section-4.2.2).
public func parseTargetedField(_ values: [String]) throws -> HTTP.CacheControl? {
  // TODO: 1. All lines are one text. It may be empty.
  // TODO: 2. Read members up to the end. Between two there is a comma, and after the last there is none.
  // TODO: 3. Keep what its directive can mean.
  throw NotStarted()
}

// TODO: 4. Helpers of your own are welcome here.

/// The directives that a cache follows instead of `Cache-Control` and `Expires`: those of the first field in its target list that
/// the response has, that is not broken and not empty. A field is taken even where none of its members means anything.
///
/// - Parameters:
///   - fields: the fields of the response. Those that are not in the list are not looked at.
///   - targets: the names of targeted fields that the cache listens to, the most important first.
/// - Returns: nil where no field of the list counts: then `Cache-Control` and `Expires` do.
///
/// Source: [RFC 9213 §2.2](https://www.rfc-editor.org/rfc/rfc9213#section-2.2).
public func targetedDirectives(of fields: HTTP.Fields, targets: [String]) throws -> HTTP.CacheControl? {
  // TODO: 5. A broken field is as good as none.
  throw NotStarted()
}
