import ScaleKit
import Testing

@testable import LabKit

/// The rows that the exercises' functions make, and how rows look.
@Suite struct ScaleReportTests {
  private static let settings = {
    var settings = ScaleSettings()
    (settings.clients, settings.pops, settings.objects) = (5_000, 40, 1_000)
    (settings.requests, settings.networks) = (10_000, 200)
    return settings
  }()

  @Test func `exercises keep to paper`() throws {
    let rows =
      try StoreRows.rows(Self.settings, requests: 100_000) + ArrivalRows.rows(ScalePlan(Self.settings))
      + SharingRows.rows(Self.settings)
    func row(_ name: String) throws -> ScaleRow { try #require(rows.first { $0.name.hasPrefix(name) }) }
    func off(_ name: String) throws -> Double { try #require(row(name).difference) }
    func value(_ name: String) throws -> Double { try #require(row(name).simulated) }
    #expect(abs(try off("4.23")) < 0.01)
    #expect(try value("4.24") > value("4.23"))
    #expect(try value("     Belady") > value("4.24"))
    #expect(try value("     its gain") == value("4.24") - value("4.23"))
    #expect(abs(try off("3.4")) < 0.01)
    #expect(try off("4.2 ") == 0)
    #expect(try off("4.20") == 0)
    // Only the keys of the one that leaves move, so all that leave move each key once.
    #expect(try off("6.3") == 0)
    #expect(try off("6.7") <= 0)
    #expect(abs(try off("5.6")) < 0.01)
    #expect(try value("     most of one") < value("     most with one choice"))
  }

  @Test func `the exercise's LRU and the large run's have the same hits`() throws {
    let trace = WarmStore.trace(
      objects: StoreRows.objects, alpha: 0.9, count: 60_000, seed: 5)
    var compact = CompactLRU(objects: StoreRows.objects, largest: StoreRows.capacity)
    let hits = trace.count { compact.request($0, now: 0) != .miss }
    #expect(try StoreRows.lruHits(trace, 0..<trace.count) == hits)
  }

  @Test func `a difference of shares is in percentage points, of large counts in per cent`() {
    #expect(
      ScaleRow("hits", .share, paper: 0.431, simulated: 0.4306).line
        == "  hits                                    43.10 %    43.06 %      -0.04")
    #expect(
      ScaleRow("fetches", .count, paper: 1_200, simulated: 1_206).line
        == "  fetches                                   1,200      1,206    +0.50 %")
    #expect(
      ScaleRow("keys", .count, paper: 250, simulated: 250).line
        == "  keys                                        250        250         +0")
    #expect(ScaleRow("most", .number, simulated: 3).line.hasSuffix("        3.00"))
  }

  @Test(
    arguments: [
      (0, 0, "0"), (1_234_567, 0, "1,234,567"), (-1_234.5, 2, "-1,234.50"), (0.005, 1, "0.0"),
      (-0.001, 2, "0.00"),
      (999.996, 2, "1,000.00"), (.infinity, 2, "inf"),
    ] as [(Double, Int, String)]) func `numbers are written for people`(
      value: Double, places: Int, text: String
    )
  {
    #expect(Decimal.text(value, places: places) == text)
  }

  @Test func `a merged run reports what one process does`() throws {
    let plan = ScalePlan(Self.settings)
    let parts = [0..<20, 20..<40].map {
      ScaleFile(Self.settings, pops: $0, RegionRun.run(plan, regions: $0.lowerBound / 2..<$0.upperBound / 2))
    }
    let whole = ScaleFile(Self.settings, pops: 0..<40, RegionRun.run(plan, regions: 0..<20))
    func large(_ file: ScaleFile) -> [ScaleRow] { LargeRows.rows(file, plan) + LargeRows.fall(file, plan) }
    #expect(try large(ScaleFile.merge(parts)) == large(whole))
    #expect(LargeRows.warm(Self.settings).allSatisfy { abs($0.difference ?? 1) < 0.02 })
  }
}
