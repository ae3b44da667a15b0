import LabKit
import PostRoad
import Testing

/// The world of the drawing in chapter 7: 10 ms from the laptop to its resolver and to the server, 15 ms from the resolver to each
/// authority.
enum SmallWorld {
  static let text = """
    seed 7
    authority root 192.0.2.1
    zone root
      $TTL 3600
      . SOA a.root. warden.root. 1 7200 900 1209600 300
      . NS a.root.
      example. NS ns.example.
      ns.example. A 192.0.2.2
    authority example 192.0.2.2
    zone example
      $ORIGIN example.
      $TTL 3600
      @ SOA ns warden 1 7200 900 1209600 300
      postroad NS ns1.postroad
      ns1.postroad A 192.0.2.53
    authority postroad 192.0.2.53
    zone postroad
      $ORIGIN postroad.example.
      $TTL 60
      @ SOA ns1 warden 1 7200 900 1209600 300
      www A 192.0.2.10
    resolver home 192.0.2.7 root 192.0.2.1
    client laptop resolver 192.0.2.7
    road * * 40ms
    road laptop home 10ms
    road home root 15ms
    road home example 15ms
    road home postroad 15ms

    """

  /// One server at the address, 10 ms away.
  static let server = text + "backend shop 192.0.2.10\nroad laptop shop 10ms\n"

  /// An edge at the address, 10 ms away, and an origin 40 ms behind it.
  static let edge = text + "edge fra 192.0.2.10 origin shop\nbackend shop\nroad laptop fra 10ms\n"

  static let map = "http://www.postroad.example/map"

  /// Plays a script to its end, in which everything has to come true that it expects.
  static func play(_ text: String, seed: UInt64? = nil) throws -> World {
    var world = try World(WorldScript(text), seed: seed)
    let failure = try world.run()
    #expect(failure == nil, "\(failure.map { "\($0)" } ?? "")")
    return world
  }

  /// What a script expects and does not get.
  static func failure(_ text: String) throws -> WorldFailure {
    var world = try World(WorldScript(text))
    let failure = try world.run()
    return try #require(failure)
  }
}
