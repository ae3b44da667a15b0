import LabKit
import PostRoad
import Testing

@Suite struct RoadWayTests {
  private func way(_ name: String = "up", _ change: (inout RoadSettings) -> Void) throws -> RoadWay {
    var settings = RoadSettings()
    change(&settings)
    return try RoadWay(settings, name: name)
  }

  @Test func `a datagram arrives after the delay`() throws {
    var way = try way { $0.delay = 20 }
    #expect(way.datagram(at: 0) == 20)
    #expect(way.datagram(at: 7) == 27)
  }

  @Test func `a share of the datagrams is lost`() throws {
    var way = try way { $0.loss = 0.2 }
    let lost = (0..<10_000).count { way.datagram(at: $0) == nil }
    #expect((1_900...2_100).contains(lost))
    var none = try self.way { $0.loss = 1 }
    #expect((0..<100).allSatisfy { none.datagram(at: $0) == nil })
  }

  @Test func `a cut stops what sets out in it, not what is under way`() throws {
    var way = try way {
      $0.delay = 20
      $0.cuts = [2_000..<4_000]
    }
    #expect(way.datagram(at: 1_999) == 2_019)
    #expect(way.datagram(at: 2_000) == nil)
    #expect(way.datagram(at: 3_999) == nil)
    #expect(way.datagram(at: 4_000) == 4_020)
  }

  @Test func `a seed repeats its losses, and each way has its own`() throws {
    func losses(_ name: String, _ seed: UInt64, cut: Bool = false) throws -> [Bool] {
      var way = try way(name) {
        $0.loss = 0.5
        $0.seed = seed
        if cut { $0.cuts = [0..<10] }
      }
      return (0..<64).map { way.datagram(at: $0) == nil }
    }
    #expect(try losses("up", 1) == losses("up", 1))
    #expect(try losses("up", 1) != losses("down", 1))
    #expect(try losses("up", 1) != losses("up", 2))
    // A cut changes nothing of what comes after it.
    #expect(try losses("up", 1, cut: true).dropFirst(10) == losses("up", 1).dropFirst(10))
  }

  @Test func `TCP sends again what is lost, and keeps the order`() throws {
    var way = try way {
      $0.delay = 20
      $0.cuts = [100..<600]
    }
    #expect(way.octets(10, at: 99).map { [$0.arrival, Int64($0.repeats)] } == [119, 0])
    // Lost at 100 and 300, through at 700.
    #expect(way.octets(10, at: 100).map { [$0.arrival, Int64($0.repeats)] } == [720, 2])
    #expect(way.octets(10, at: 650).map { [$0.arrival, Int64($0.repeats)] } == [720, 0])
    #expect(way.octets(10, at: 705).map { [$0.arrival, Int64($0.repeats)] } == [725, 0])
  }

  @Test func `the first packet of a connection is sent again after a second`() throws {
    var way = try way { $0.cuts = [0..<500] }
    #expect(way.octets(0, at: 0, isFirst: true).map { [$0.arrival, Int64($0.repeats)] } == [1_000, 1])
  }

  @Test func `more packets are lost sooner, and a dead road ends the connection`() throws {
    var way = try way { $0.loss = 0.02 }
    let small = (0..<2_000).count { (way.octets(100, at: $0)?.repeats ?? 0) > 0 }
    let large = (0..<2_000).count { (way.octets(65_536, at: $0)?.repeats ?? 0) > 0 }
    #expect((20...60).contains(small))
    // 1 - 0.98^46 = 0.605
    #expect((1_100...1_320).contains(large))
    var dead = try self.way { $0.loss = 1 }
    #expect(dead.octets(1, at: 0) == nil)
  }

  @Test func `timers are called in their order, and each once`() {
    var timers = TimerQueue()
    final class Log { var lines: [String] = [] }
    let log = Log()
    for (time, name) in [(30, "c"), (10, "a"), (20, "b1"), (20, "b2"), (40, "d")] as [(Int64, String)] {
      timers.add(at: time) { log.lines.append(name) }
    }
    #expect(timers.first == 10)
    for now in [5, 20, 20, 35] as [Int64] {
      for body in timers.takeDue(now) { body() }
    }
    #expect(log.lines == ["a", "b1", "b2", "c"])
    #expect(timers.first == 40)
  }
}
