extension CacheScripts {
  /// Asking whether what is stored is still true.
  static let validation = #"""
    * What is over is asked about with its tag
    MAY RFC 9111 §4.3.1
    origin 200; Cache-Control: max-age=1; ETag: "v1"
    GET -> miss
    wait 3
    GET -> validated | miss

    * What is over is asked about with its date
    MAY RFC 9111 §4.3.1
    origin 200; Cache-Control: max-age=1; Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT
    GET -> miss
    wait 3
    GET -> validated | miss

    * What says no-cache is not used without asking
    MUST NOT RFC 9111 §5.2.2.4
    origin 200; Cache-Control: no-cache, max-age=60; ETag: "v1"
    GET -> miss
    GET -> validated | miss

    * What says no-cache and has no validator is asked for again
    MUST NOT RFC 9111 §5.2.2.4
    origin 200; Cache-Control: no-cache, max-age=60
    GET -> miss
    GET -> miss | replaced

    * What is over from the beginning may be asked about
    MAY RFC 9111 §4.2
    origin 200; Cache-Control: max-age=0; ETag: "v1"
    GET -> miss
    GET -> validated | miss

    * A 304 brings new fields
    MUST RFC 9111 §3.2
    origin 200; Cache-Control: max-age=1; ETag: "v1"; X-Map: old
    GET -> miss
    wait 3
    origin 200; Cache-Control: max-age=60; ETag: "v1"; X-Map: new
    GET ? X-Map=new -> validated with X-Map=new | miss with X-Map=new | validated without X-Map=new
    GET ? X-Map=new -> hit with X-Map=new | miss with X-Map=new

    * A 304 brings a new lifetime
    MUST RFC 9111 §4.3.4
    origin 200; Cache-Control: max-age=1; ETag: "v1"
    GET -> miss
    wait 3
    origin 200; Cache-Control: max-age=60; ETag: "v1"
    GET -> validated | miss
    wait 1
    GET -> hit | miss

    * Another answer takes the place of what is stored
    MUST RFC 9111 §4.3.3
    origin 200; Cache-Control: max-age=1; ETag: "v1"
    GET ? body -> miss body 1
    wait 3
    origin 200; Cache-Control: max-age=60; ETag: "v2"
    GET ? body -> replaced body 2 | miss body 2 | refreshed body 1
    GET ? body -> hit body 2 | miss body 3

    * A client's own condition is not asked in the cache's place
    MUST RFC 9111 §4.3.3
    origin 200; Cache-Control: max-age=60; ETag: "v1"
    GET; If-None-Match: "v0" -> miss
    GET -> hit | miss

    """#
}
