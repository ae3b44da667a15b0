extension CacheScripts {
  /// What happens when the origin fails, and what stale-while-revalidate allows.
  static let stale = #"""
    * A failed origin may be covered by what is stale
    MAY RFC 9111 §4.2.4
    origin 200; Cache-Control: max-age=1; ETag: "v1"
    GET -> miss
    wait 3
    origin closes
    GET -> failed | stale

    * Nothing that says must-revalidate covers a failure
    MUST NOT RFC 9111 §5.2.2.2
    origin 200; Cache-Control: max-age=1, must-revalidate, stale-if-error=60; ETag: "v1"
    GET -> miss
    wait 3
    origin closes
    GET -> failed

    * Nothing that says proxy-revalidate covers a failure
    MUST NOT RFC 9111 §5.2.2.8
    origin 200; Cache-Control: max-age=1, proxy-revalidate, stale-if-error=60; ETag: "v1"
    GET -> miss
    wait 3
    origin closes
    GET -> failed

    * Nothing that says s-maxage covers a failure
    MUST NOT RFC 9111 §5.2.2.10
    origin 200; Cache-Control: s-maxage=1, stale-if-error=60; ETag: "v1"
    GET -> miss
    wait 3
    origin closes
    GET -> failed

    * Nothing that says no-cache covers a failure
    MUST NOT RFC 9111 §5.2.2.4
    origin 200; Cache-Control: no-cache, stale-if-error=60; ETag: "v1"
    GET -> miss
    origin closes
    GET -> failed

    * A stale-if-error covers an answer that does not come
    MAY RFC 5861 §4
    origin 200; Cache-Control: max-age=1, stale-if-error=60; ETag: "v1"
    GET -> miss
    wait 3
    origin closes
    GET -> stale | failed

    * A stale-if-error covers a 503
    MAY RFC 5861 §4
    origin 200; Cache-Control: max-age=1, stale-if-error=60; ETag: "v1"
    GET -> miss
    wait 3
    origin 503
    GET -> stale | failed

    * A stale-if-error covers nothing when its seconds are over
    SHOULD NOT RFC 5861 §4
    origin 200; Cache-Control: max-age=1, stale-if-error=1; ETag: "v1"
    GET -> miss
    wait 4
    origin 503
    GET -> failed

    * A stale-while-revalidate lets nobody wait
    MAY RFC 5861 §3
    origin 200; Cache-Control: max-age=1, stale-while-revalidate=60; ETag: "v1"
    GET -> miss
    wait 3
    origin 200; Cache-Control: max-age=60; ETag: "v2"
    GET ? body -> refreshed body 1 | replaced body 2 | miss body 2
    GET ? body -> hit body 2

    * A must-revalidate comes before stale-while-revalidate
    MUST NOT RFC 9111 §4.2.4
    origin 200; Cache-Control: max-age=1, must-revalidate, stale-while-revalidate=60; ETag: "v1"
    GET -> miss
    wait 3
    origin 200; Cache-Control: max-age=60; ETag: "v2"
    GET -> replaced | miss

    """#
}
