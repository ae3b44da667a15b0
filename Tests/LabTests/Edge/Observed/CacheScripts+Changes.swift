extension CacheScripts {
  /// What makes a stored response invalid.
  static let changes = #"""
    * A POST makes what is stored invalid
    MUST RFC 9111 §4.4
    origin 200; Cache-Control: max-age=60
    GET -> miss
    POST -> miss
    GET -> miss

    * A PUT makes what is stored invalid
    MUST RFC 9111 §4.4
    origin 200; Cache-Control: max-age=60
    GET -> miss
    PUT -> miss
    GET -> miss

    * A DELETE makes what is stored invalid
    MUST RFC 9111 §4.4
    origin 200; Cache-Control: max-age=60
    GET -> miss
    DELETE -> miss
    GET -> miss

    * A POST that has failed changes nothing
    MAY RFC 9111 §4.4
    origin 200; Cache-Control: max-age=60
    GET -> miss
    origin 503
    POST -> failed
    origin 200; Cache-Control: max-age=60
    GET -> hit | miss

    * What a Location names may be invalid, too
    MAY RFC 9111 §4.4
    origin 200; Cache-Control: max-age=60
    GET other -> miss
    origin 201; Location: {folder}other
    POST -> miss 201
    origin 200; Cache-Control: max-age=60
    GET other -> miss | hit

    * An OPTIONS leaves what is stored
    MAY RFC 9111 §4.4
    origin 200; Cache-Control: max-age=60
    GET -> miss
    OPTIONS -> miss
    GET -> hit | miss

    """#
}
