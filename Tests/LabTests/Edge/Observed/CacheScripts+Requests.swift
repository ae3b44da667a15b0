extension CacheScripts {
  /// What a client says about itself, and what it asks for.
  static let requests = #"""
    * A client's no-cache asks the origin
    MAY RFC 9111 §5.2.1, §5.2.1.4
    origin 200; Cache-Control: max-age=60; ETag: "v1"
    GET -> miss
    GET; Cache-Control: no-cache -> validated | miss | hit

    * A client's max-age=0 asks the origin
    MAY RFC 9111 §5.2.1, §5.2.1.1
    origin 200; Cache-Control: max-age=60; ETag: "v1"
    GET -> miss
    wait 2
    GET; Cache-Control: max-age=0 -> validated | miss | hit

    * A client's min-fresh asks the origin
    MAY RFC 9111 §5.2.1, §5.2.1.3
    origin 200; Cache-Control: max-age=60; ETag: "v1"
    GET -> miss
    GET; Cache-Control: min-fresh=100 -> validated | miss | hit

    * A client may allow what is stale
    MAY RFC 9111 §5.2.1, §5.2.1.2
    origin 200; Cache-Control: max-age=1; ETag: "v1"
    GET -> miss
    wait 3
    GET; Cache-Control: max-stale=100 -> hit | validated | miss

    * What is not stored is not asked for with only-if-cached
    MAY RFC 9111 §5.2.1, §5.2.1.7
    origin 200; Cache-Control: max-age=60
    GET; Cache-Control: only-if-cached -> refused 504 | miss

    * What is stored is an answer to only-if-cached
    MAY RFC 9111 §5.2.1, §5.2.1.7
    origin 200; Cache-Control: max-age=60
    GET -> miss
    GET; Cache-Control: only-if-cached -> hit | refused 504 | miss

    * A client that has the stored response gets a 304
    SHOULD RFC 9111 §4.3.2
    origin 200; Cache-Control: max-age=60; ETag: "v1"
    GET -> miss
    GET; If-None-Match: "v1" -> hit 304 | miss 304

    * A client that has it by its date gets a 304, too
    SHOULD RFC 9111 §4.3.2
    origin 200; Cache-Control: max-age=60; Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT
    GET -> miss
    GET; If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT -> hit 304 | miss 304

    * A weak tag of the client and a strong one stored are the same
    MUST RFC 9110 §13.1.2
    origin 200; Cache-Control: max-age=60; ETag: "v1"
    GET -> miss
    GET; If-None-Match: W/"v1" -> hit 304 | miss 304

    * Beside If-None-Match a date does not count
    MUST RFC 9110 §13.1.3
    origin 200; Cache-Control: max-age=60; ETag: "v1"; Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT
    GET -> miss
    GET; If-None-Match: "v0"; If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT -> hit | miss

    * If-Match is for the origin
    MUST NOT RFC 9111 §4.3.2
    origin 200; Cache-Control: max-age=60; ETag: "v1"
    GET -> miss
    GET; If-Match: "v0" -> miss | hit

    * HEAD may be answered from a GET
    MAY RFC 9111 §4
    origin 200; Cache-Control: max-age=60
    GET -> miss
    HEAD -> hit | miss

    * A part may be cut out of what is stored
    MAY RFC 9110 §14.2
    origin 200; Cache-Control: max-age=60; ETag: "v1"
    GET -> miss
    GET; Range: bytes=0-3 -> hit 206 | hit | miss

    * A part that is not there is a 416
    MAY RFC 9110 §15.5.17
    origin 200; Cache-Control: max-age=60; ETag: "v1"
    GET -> miss
    GET; Range: bytes=900- -> hit 416 | hit | miss

    * Many who ask at once may be one request
    MAY RFC 9111 §4
    origin 200 slow; Cache-Control: max-age=60
    8 x GET -> one asked | some asked | all asked

    * What is private is for one of many alone
    MUST NOT RFC 9111 §5.2.2.7
    origin 200 slow; Cache-Control: private
    8 x GET -> all asked

    """#
}
