import ConsistentHashing
import LoadBalancing
import PostRoad
import Reference

/// Rings, tables and picks: the solutions of chapters 5 and 6 beside the same in C.
enum BalanceFigures {
  static func run() throws {
    row("what", "ns", "allocations", "C, ns", "ratio")
    row("---", "--:", "--:", "--:", "--:")
    try ring()
    try maglev()
    try jump()
    try picks()
  }

  private static func line(_ title: String, _ ours: Work, _ reference: Work) throws {
    let costs = try compare([ours, reference])
    row(
      title, told(costs[0].nanoseconds), told(costs[0].allocations), told(costs[1].nanoseconds),
      told(costs[0].nanoseconds / costs[1].nanoseconds))
  }

  private static func keys(_ count: Int) -> [UInt64] {
    var random = SeededRandom(seed: 6)
    return (0..<count).map { _ in random.next() }
  }

  /// Ten nodes of 160 points.
  private static func ring() throws {
    let names = (0..<10).map { "tower\($0)" }
    func build() throws -> [Ring.Point<UInt32>] {
      try buildRing(nodes: names, pointsPerNode: 160) { try fmix32(fnv1a($0)) }
    }
    let ring = try build()
    let points = UnsafeMutablePointer<reference_point>.allocate(capacity: ring.count)
    try line(
      "build a ring of 1,600 points", Work { use(try build().count) },
      Work { reference_ring_build(points, 10, 160) })
    let keys = keys(4096).map { UInt32(truncatingIfNeeded: $0) }
    try line(
      "look up a key on 1,600 points",
      Work(operations: keys.count) { for key in keys { use(Int(try lookUp(key, in: ring).position)) } },
      Work(operations: keys.count) {
        for key in keys { use(Int(points[reference_ring_lookup(points, ring.count, key)].position)) }
      })
  }

  /// A hundred backends on 65,537 entries.
  private static func maglev() throws {
    let size = 65_537
    let random = keys(200)
    let walks = try (0..<100).map {
      try maglevWalk(offsetHash: random[2 * $0], skipHash: random[2 * $0 + 1], size: size)
    }
    let offsets = walks.map(\.offset)
    let skips = walks.map(\.skip)
    let filled = UnsafeMutablePointer<Int32>.allocate(capacity: size)
    try line(
      "fill a Maglev table of 65,537 entries", Work { use(try maglevTable(of: walks, size: size).count) },
      Work { reference_maglev_fill(filled, size, offsets.map { $0 }, skips, walks.count) })
    let table = try maglevTable(of: walks, size: size)
    let keys = keys(4096)
    try line(
      "look up a key in it",
      Work(operations: keys.count) { for key in keys { use(table[Int(key % UInt64(size))]) } },
      Work(operations: keys.count) { for key in keys { use(Int(filled[Int(key % UInt64(size))])) } })
  }

  private static func jump() throws {
    let keys = keys(4096)
    try line(
      "jump among 1,000 buckets",
      Work(operations: keys.count) { for key in keys { use(try jumpHash(key, buckets: 1000)) } },
      Work(operations: keys.count) { for key in keys { use(Int(reference_jump(key, 1000))) } })
  }

  /// A thousand backends.
  private static func picks() throws {
    let random = keys(1000)
    let backends = random.enumerated().map {
      LB.Backend("b\($0)", weight: Int($1 % 100) + 1, activeConnections: Int($1 >> 32 % 50))
    }
    let plain = UnsafeMutablePointer<reference_backend>.allocate(capacity: backends.count)
    for (index, backend) in backends.enumerated() {
      plain[index] = reference_backend(
        weight: Int64(backend.weight), current: 0, active: Int64(backend.activeConnections), is_up: true)
    }
    var smooth = try SmoothWRR(backends)
    try line(
      "smooth weighted round robin, 1,000 backends", Work { use(try smooth.pick()) },
      Work { use(reference_smooth_wrr(plain, backends.count)) })
    try line(
      "least connections, 1,000 backends", Work { use(try pickLeastConnections(backends)) },
      Work { use(reference_least_connections(plain, backends.count)) })
  }
}
