/// What a shared cache is asked, what the origin would say, and what RFC 9111 lets come of it.
///
/// Read by `EdgeCacheScriptTests`, which plays them to `EdgeCache`, and by `Tests/Support/Recording/caching`, which plays them to
/// nginx, Varnish, Squid and Traffic Server. So the form is plain:
///
///     * A title, a sentence about a shared cache
///     MUST NOT RFC 9111 §4.2.4
///     origin 200; Cache-Control: max-age=1; ETag: "v1"
///     GET -> miss
///     wait 3
///     GET map?x; Cache-Control: no-cache ? Age>1, X-Map -> validated with Age>1 without X-Map | miss
///
/// `origin` says what the origin answers from then on: a status and fields. `cut` ends the body half-way, `closes` ends the connection without
/// an answer, `slow` takes 0.4 s. `{now-10}` is a date. A request with a condition that is true of the answer's own ETag or Last-Modified gets 304.
///
/// `wait` is in seconds. `8 x GET` is eight at once.
///
/// A request is a method, a target below the script's own folder (`map` where none is given) and fields; after `?` what of the answer is
/// looked at: a field that is there, has a value (`=`) or a number above another (`>`), or which of the origin's bodies came (`body`).
///
/// After `->` is what may come of it, the first being what `EdgeCache` does:
///
/// | | the origin was | the client got |
/// |---|---|---|
/// | `hit` | not asked | what is stored |
/// | `miss` | asked | its answer |
/// | `validated` | asked with the cache's own condition, and said 304 | what is stored |
/// | `replaced` | asked with the cache's own condition, and answered anew | its answer |
/// | `refreshed` | asked, and answered anew | what is stored, though |
/// | `stale` | asked, and failed | what is stored |
/// | `failed` | asked, and failed | an error |
/// | `refused` | not asked | an error |
/// | `broken` | asked | a body that ends too soon |
///
/// and, of several at once, `one asked`, `some asked` or `all asked`. A status that is not 200 is added, but for `failed`.
enum CacheScripts {
  static let all = [storing, fields, freshness, requests, stale, validation, variants, changes].joined()
}
