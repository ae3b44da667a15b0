import ScaleKit
import Testing

@testable import LabKit

/// A small day: what is counted does not depend on how it was divided, and is what paper says.
@Suite struct ScaleRunTests {
  private static func settings(seed: UInt64 = 1) -> ScaleSettings {
    var settings = ScaleSettings()
    (settings.clients, settings.pops, settings.objects) = (20_000, 50, 20_000)
    (settings.requests, settings.networks, settings.seed) = (400_000, 500, seed)
    return settings
  }
  private static let plan = ScalePlan(settings())
  private static let whole = RegionRun.run(plan, regions: 0..<20)

  private static func shard(_ part: Range<Int>) throws -> ScaleFile {
    let regions = try #require(settings().regions(of: part))
    return ScaleFile(settings(), pops: part, RegionRun.run(plan, regions: regions))
  }

  @Test func `shards that are merged are what one process has counted`() throws {
    let parts = try [20..<50, 0..<5, 5..<20].map { try ScaleFile(Self.shard($0).json().description) }
    let merged = try ScaleFile.merge(parts)
    #expect(merged.counters == Self.whole)
    #expect(merged.pops == 0..<50)
    #expect(merged.settings == Self.settings())
  }

  @Test func `a shard that is missing, there twice, or of another run is named`() throws {
    let (one, two) = (try Self.shard(0..<5), try Self.shard(5..<50))
    #expect(throws: ScaleFile.MergeFailure(file: nil, failure: .missing(5..<50))) {
      try ScaleFile.merge([one])
    }
    #expect(throws: ScaleFile.MergeFailure(file: 2, failure: .twice(0))) {
      try ScaleFile.merge([one, two, one])
    }
    let other = ScaleFile(Self.settings(seed: 2), pops: 5..<50, two.counters)
    #expect(throws: ScaleFile.MergeFailure(file: 1, failure: .otherSettings)) {
      try ScaleFile.merge([one, other])
    }
    #expect(throws: ScaleFile.Failure.notAFile) { try ScaleFile("{}") }
  }

  @Test func `the same seed counts the same, and another one does not`() {
    #expect(RegionRun.run(ScalePlan(Self.settings()), regions: 0..<20) == Self.whole)
    #expect(RegionRun.run(ScalePlan(Self.settings(seed: 2)), regions: 0..<20) != Self.whole)
  }

  @Test func `nothing is lost on the way`() {
    let counters = Self.whole
    #expect(counters.requests == 400_000)
    #expect(counters.popHits + counters.popWaits + counters.popMisses == 400_000)
    #expect(counters.shieldHits + counters.shieldWaits + counters.shieldMisses == counters.popMisses)
    #expect(Self.plan.fall.before.reduce(0, +) == 20_000)
    #expect(Self.plan.fall.after.reduce(0, +) + Self.plan.fall.dark == 20_000)
    let fallen = Self.settings().pops(of: Self.plan.fall.region)
    #expect(fallen.reduce(0) { $0 + Self.plan.fall.before[$1] } == Self.plan.fall.moved + Self.plan.fall.dark)
    #expect(fallen.allSatisfy { Self.plan.fall.after[$0] == 0 })
  }

  // Half a percentage point is what is asked of a hundred million requests.
  @Test func `what is counted is what paper says`() {
    let (theory, counters) = (ScaleTheory(Self.plan), Self.whole)
    func share(_ count: Int) -> Double { Double(count) / 400_000 }
    #expect(abs(share(counters.popHits + counters.popWaits) - theory.popHits) < 0.005)
    #expect(abs(share(counters.shieldMisses) - theory.shieldMisses) < 0.005)
    #expect(abs(share(counters.resolverMisses) - theory.resolverMisses) < 0.005)
    let hot = HotObject(Self.plan)
    let paper = HotObject.paper(Self.plan)
    #expect(abs(Double(hot.shielded) / paper.shielded - 1) < 0.01)
    #expect(abs(Double(hot.plain) / paper.plain - 1) < 0.02)
    #expect(hot.shielded <= 20 * HotObject.most)
  }

  @Test func `a part has to end where regions do`() {
    var settings = ScaleSettings()
    #expect(settings.regions(of: 0..<250) == 0..<5)
    #expect(settings.regions(of: 950..<1_000) == 19..<20)
    #expect(settings.regions(of: 0..<251) == nil)
    #expect(settings.regions(of: 1..<50) == nil)
    #expect(settings.regions(of: 950..<1_050) == nil)
    settings.pops = 33
    #expect((0..<20).flatMap { Array(settings.pops(of: $0)) } == Array(0..<33))
    #expect((0..<33).allSatisfy { settings.pops(of: settings.region(of: $0)).contains($0) })
  }
}
