extension CacheScripts {
  /// For how long a response is fresh.
  static let freshness = #"""
    * What is over is not used without asking
    MUST NOT RFC 9111 §4.2.4
    origin 200; Cache-Control: max-age=1; ETag: "v1"
    GET -> miss
    wait 3
    origin 200; Cache-Control: max-age=1; ETag: "v2"
    GET -> replaced | miss

    * The s-maxage counts, though max-age is longer
    MUST NOT RFC 9111 §5.2.2.10
    origin 200; Cache-Control: max-age=60, s-maxage=1; ETag: "v1"
    GET -> miss
    wait 3
    GET -> validated | miss

    * The s-maxage counts, though max-age is 0
    MAY RFC 9111 §4.2.1
    origin 200; Cache-Control: max-age=0, s-maxage=60
    GET -> miss
    GET -> hit | miss

    * A max-age comes before Expires
    MUST RFC 9111 §5.3
    origin 200; Cache-Control: max-age=1; Expires: {now+600}; ETag: "v1"
    GET -> miss
    wait 3
    GET -> validated | miss

    * A max-age comes before an Expires that is over
    MAY RFC 9111 §5.3
    origin 200; Cache-Control: max-age=60; Expires: {now-600}
    GET -> miss
    GET -> hit | miss

    * Expires alone is enough
    MAY RFC 9111 §5.3
    origin 200; Expires: {now+600}
    GET -> miss
    GET -> hit | miss

    * An Expires that is no date is in the past
    MUST RFC 9111 §5.3
    origin 200; Expires: 0; ETag: "v1"
    GET -> miss
    GET -> validated | miss

    * The Age that came with a response counts
    MUST NOT RFC 9111 §4.2.4, §4.2.3
    origin 200; Cache-Control: max-age=60; Age: 100; ETag: "v1"
    GET -> miss
    GET -> validated | miss

    * An old Date may count as an Age does
    MAY RFC 9111 §4.2.3
    origin 200; Cache-Control: max-age=60; Date: {now-100}; ETag: "v1"
    GET -> miss
    GET -> validated | miss | hit

    * A max-age in quotes is read
    MAY RFC 9111 §5.2
    origin 200; Cache-Control: max-age="60"
    GET -> miss
    GET -> hit | miss | replaced

    * A max-age that is no number may count as over
    MAY RFC 9111 §4.2.1
    origin 200; Cache-Control: max-age=soon; ETag: "v1"
    GET -> miss
    GET -> validated | miss | hit

    * Where nothing is said, a Last-Modified may be guessed from
    MAY RFC 9111 §4.2.2
    origin 200; Last-Modified: {now-864000}
    GET -> miss
    GET -> hit | validated | miss

    * Where nothing at all is said, a cache may guess
    MAY RFC 9111 §4.2.2
    origin 200
    GET -> miss
    GET -> miss | hit | replaced

    * CDN-Cache-Control counts in the place of Cache-Control
    MAY RFC 9213 §3.1
    origin 200; Cache-Control: no-store; CDN-Cache-Control: max-age=60
    GET -> miss
    GET -> hit | miss

    """#
}
