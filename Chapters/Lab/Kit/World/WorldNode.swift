import PostRoad

/// What a node wants to have done, or has to say.
package enum WorldEffect: Sendable {
  case send(WorldPacket)
  /// Call `wake(_:now:)` with this token at this time.
  case wake(at: Int64, token: Int)
  /// Nobody waits any more for what this connection of the node brings: TCP need not send anything again.
  case abandon(connection: Int)
  /// Nobody has a use for the packet that has just come: it is too late, or no answer to anything.
  case unused
  /// The origin has made a response to this target.
  case produced(target: String, HTTP.Response)
  /// A visit has begun, is tried again, or has ended.
  case began(visit: String, HTTP.Target)
  case retried(visit: String)
  case ended(WorldVisit)
  /// A line for the trace.
  case note(String)
}

/// A part of the world: a value that is told what happens to it, and returns what is to be done. It has no clock, and draws
/// only from a random stream of its own.
///
/// Times are milliseconds from the beginning of the world.
package protocol WorldNode {
  /// A packet has come.
  mutating func receive(_ packet: WorldPacket, now: Int64) throws -> [WorldEffect]
  /// A time has come that the node asked for.
  mutating func wake(_ token: Int, now: Int64) throws -> [WorldEffect]
  /// The process ends: what its machine sends to those who are connected.
  mutating func end() -> [WorldEffect]
}

/// The time of a world in the form that chapters 3 and 4 want it.
enum WorldTime {
  /// When worlds begin: 2026-01-01 00:00:00 UTC, in seconds since 1970.
  static let epoch = 1_767_225_600

  static func seconds(_ now: Int64) -> Int { epoch + Int(now / 1_000) }
}
