import PostRoad

/// Asks backends whether they are up: each time on a new connection, so that one who cannot accept any is found out.
package final class HealthProbes {
  /// How long a backend may take: as long as HAProxy's `inter` is from one check to the next.
  package static let milliseconds: Int64 = 2_000
  /// An answer is read to its end, but a health check's has no reason to be long.
  private static let bodyLimit = 1 << 20

  private let clients: [OriginClient]
  private let heads: [LB.RequestHead]
  private var lastID = 0

  /// - Parameter path: what they are asked for. An answer below 400 says that a backend is up.
  package init(
    of backends: [Endpoint], path: String, on loop: EventLoop, wallClock: @escaping @Sendable () -> Int
  ) throws {
    var limits = OriginLimits(wallClock: wallClock)
    limits.milliseconds = Self.milliseconds
    limits.body = Self.bodyLimit
    limits.kept = 0
    limits.attempts = 1
    clients = try backends.map { try OriginClient(origin: $0, on: loop, limits: limits) }
    heads = backends.map {
      LB.RequestHead(
        method: "GET", target: path, fields: [LB.Field("host", "\($0)"), LB.Field("connection", "close")])
    }
  }

  /// Asks one, and says whether it is up.
  func ask(_ index: Int, completion: @escaping (Bool) -> Void) {
    lastID += 1
    do {
      try clients[index].fetch(lastID, heads[index], body: [], mayUseKept: false) { result in
        completion((try? result.get()).map { $0.status < 400 } ?? false)
      }
    } catch {
      completion(false)
    }
  }
}
