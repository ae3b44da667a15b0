extension CacheScripts {
  /// Which stored response is meant.
  static let variants = #"""
    * Of two wishes that are the same one answer is enough
    MAY RFC 9111 §4.1
    origin 200; Cache-Control: max-age=60; Vary: Accept-Language
    GET; Accept-Language: de -> miss
    GET; Accept-Language: de -> hit | miss

    * Another wish gets another answer
    MUST NOT RFC 9111 §4.1
    origin 200; Cache-Control: max-age=60; Vary: Accept-Language
    GET; Accept-Language: de ? body -> miss body 1
    GET; Accept-Language: fr ? body -> miss body 2
    GET; Accept-Language: de ? body -> hit body 1 | miss body 3

    * Whoever has no wish has another one
    MUST NOT RFC 9111 §4.1
    origin 200; Cache-Control: max-age=60; Vary: Accept-Language
    GET; Accept-Language: de -> miss
    GET -> miss

    * All lines of Vary count
    MUST NOT RFC 9111 §4.1
    origin 200; Cache-Control: max-age=60; Vary: Accept-Language; Vary: X-Map
    GET; Accept-Language: de; X-Map: north -> miss
    GET; Accept-Language: de; X-Map: south -> miss

    * A star in Vary matches nobody
    MUST NOT RFC 9111 §4.1
    origin 200; Cache-Control: max-age=60; Vary: *
    GET -> miss
    GET -> miss | replaced

    * White space after a comma may be ignored
    MAY RFC 9111 §4.1
    origin 200; Cache-Control: max-age=60; Vary: Accept-Language
    GET; Accept-Language: de, fr -> miss
    GET; Accept-Language: de,fr -> hit | miss

    * A new answer to one wish leaves the others
    MAY RFC 9111 §4.1
    origin 200; Cache-Control: max-age=60; Vary: Accept-Language; ETag: "v1"
    GET; Accept-Language: de -> miss
    origin 200; Cache-Control: max-age=60; Vary: Accept-Language; ETag: "v2"
    GET; Accept-Language: fr ? body -> replaced body 2 | miss body 2
    GET; Accept-Language: de ? body -> hit body 1 | miss body 3

    * Another query is another resource
    MUST NOT RFC 9111 §4
    origin 200; Cache-Control: max-age=60
    GET map?tower=1 -> miss
    GET map?tower=2 -> miss

    * Two ways to write one URI are one resource
    MAY RFC 9111 §4
    origin 200; Cache-Control: max-age=60
    GET ~map -> miss
    GET %7emap -> hit | miss

    * The answer to a POST is not for a GET
    MUST NOT RFC 9111 §4
    origin 200; Cache-Control: max-age=60
    POST -> miss
    GET -> miss

    """#
}
