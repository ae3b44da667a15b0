extension CacheScripts {
  /// What may be stored.
  static let storing = #"""
    * What has a max-age may be stored
    MAY RFC 9111 §3
    origin 200; Cache-Control: max-age=60
    GET -> miss
    GET -> hit | miss

    * What says no-store is not stored
    MUST NOT RFC 9111 §5.2.2.5
    origin 200; Cache-Control: no-store, max-age=60
    GET -> miss
    GET -> miss

    * No-Store is no-store
    MUST NOT RFC 9111 §5.2.2.5
    origin 200; Cache-Control: Max-Age=60, No-Store
    GET -> miss
    GET -> miss

    * A no-store in a second line counts
    MUST NOT RFC 9111 §5.2.2.5
    origin 200; Cache-Control: max-age=60; Cache-Control: no-store
    GET -> miss
    GET -> miss

    * A no-store within quotes is none
    MAY RFC 9111 §5.2
    origin 200; Cache-Control: max-age=60, note="a, no-store, b"
    GET -> miss
    GET -> hit | miss

    * What is private is not stored
    MUST NOT RFC 9111 §5.2.2.7
    origin 200; Cache-Control: private, max-age=60
    GET -> miss
    GET -> miss

    * A client may ask to have its answer not stored
    MAY RFC 9111 §5.2.1, §5.2.1.5
    origin 200; Cache-Control: max-age=60
    GET; Cache-Control: no-store -> miss
    GET -> miss | hit

    * What was asked for with an Authorization is not used again
    MUST NOT RFC 9111 §3.5
    origin 200; Cache-Control: max-age=60
    GET; Authorization: Basic cm9hZDpnYXRl -> miss
    GET -> miss

    * An answer to an Authorization may be used again if it is public
    MAY RFC 9111 §3.5
    origin 200; Cache-Control: max-age=60, public
    GET; Authorization: Basic cm9hZDpnYXRl -> miss
    GET -> hit | miss

    * An answer to an Authorization may be used again if it has an s-maxage
    MAY RFC 9111 §3.5
    origin 200; Cache-Control: s-maxage=60
    GET; Authorization: Basic cm9hZDpnYXRl -> miss
    GET -> hit | miss

    * A 404 with a max-age may be stored
    MAY RFC 9111 §3
    origin 404; Cache-Control: max-age=60
    GET -> miss 404
    GET -> hit 404 | miss 404

    * What has a status that nobody knows may be stored
    MAY RFC 9111 §3
    origin 299; Cache-Control: max-age=60
    GET -> miss 299
    GET -> hit 299 | miss 299

    * What has such a status and must-understand is not stored
    MUST NOT RFC 9111 §3
    origin 299; Cache-Control: max-age=60, must-understand
    GET -> miss 299
    GET -> miss 299

    * The must-understand of a 200 lifts no-store
    MAY RFC 9111 §5.2.2.3
    origin 200; Cache-Control: max-age=60, must-understand, no-store
    GET -> miss
    GET -> hit | miss

    * A 302 without a lifetime is not stored
    MUST NOT RFC 9111 §3
    origin 302; Location: /elsewhere; Last-Modified: {now-864000}
    GET -> miss 302
    GET -> miss 302

    * A Set-Cookie forbids nothing
    MAY RFC 9111 §7.3
    origin 200; Cache-Control: max-age=60; Set-Cookie: tower=north
    GET -> miss
    GET -> hit | miss

    * What came by half is not used as a whole
    MUST NOT RFC 9111 §3.3
    origin 200 cut; Cache-Control: max-age=60
    GET -> failed | broken
    origin 200; Cache-Control: max-age=60
    GET -> miss

    * A part is not used as a whole
    MUST NOT RFC 9111 §3.3
    origin 206; Cache-Control: max-age=60; Content-Range: bytes 0-3/15
    GET; Range: bytes=0-3 -> miss 206 | miss
    origin 200; Cache-Control: max-age=60
    GET ? Content-Length=15 -> hit with Content-Length=15 | miss with Content-Length=15

    """#
}
