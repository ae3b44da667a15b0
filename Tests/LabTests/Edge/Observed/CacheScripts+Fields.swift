extension CacheScripts {
  /// What of a response is stored, and what is told.
  static let fields = #"""
    * Fields that nobody knows are stored
    MUST RFC 9111 §3.1
    origin 200; Cache-Control: max-age=60; X-Map: north
    GET ? X-Map=north -> miss with X-Map=north
    GET ? X-Map=north -> hit with X-Map=north | miss with X-Map=north

    * A field that Connection names is not stored
    MUST NOT RFC 9111 §3.1
    origin 200; Cache-Control: max-age=60; Connection: X-Hop; X-Hop: 1
    GET ? X-Hop -> miss without X-Hop
    GET ? X-Hop -> hit without X-Hop | miss without X-Hop

    * A field that private names is not stored
    MUST NOT RFC 9111 §5.2.2.7
    origin 200; Cache-Control: max-age=60, private="X-User"; X-User: anna
    GET ? X-User -> miss with X-User
    GET ? X-User -> hit without X-User | miss with X-User

    * A field that no-cache names is not sent without asking
    MUST NOT RFC 9111 §5.2.2.4
    origin 200; Cache-Control: max-age=60, no-cache="X-User"; X-User: anna
    GET ? X-User -> miss with X-User
    GET ? X-User -> hit without X-User | miss with X-User

    * What comes from the store has its Age
    MUST RFC 9111 §4
    origin 200; Cache-Control: max-age=60
    GET -> miss
    wait 2
    GET ? Age>0 -> hit with Age>0 | miss without Age>0

    * The Age that came with it is a part of that
    MUST RFC 9111 §4.2.3
    origin 200; Cache-Control: max-age=600; Age: 100
    GET -> miss
    wait 2
    GET ? Age>100 -> hit with Age>100 | miss without Age>100 | miss with Age>100

    * Cache-Status says what has happened
    MAY RFC 9211 §2
    origin 200; Cache-Control: max-age=60
    GET -> miss
    GET ? Cache-Status -> hit with Cache-Status | hit without Cache-Status | miss with Cache-Status | miss without Cache-Status

    """#
}
