import Foundation
import PostRoad
import ScaleKit
import Testing

@Suite struct ZipfTests {
  @Test(arguments: [0, 0.8, 0.9, 1, 1.2]) func `ranks come as often as the law says`(alpha: Double) {
    let count = 50
    let weights = (1...count).map { pow(Double($0), -alpha) }
    let total = weights.reduce(0, +)
    let zipf = ZipfSampler(count: count, alpha: alpha)
    var random = ScaleRandom(seed: 15)
    var seen = [Int](repeating: 0, count: count)
    let draws = 200_000
    for _ in 0..<draws { seen[Int(zipf.next(&random))] += 1 }
    let squares = zip(seen, weights).reduce(0.0) { sum, each in
      let expected = Double(draws) * each.1 / total
      return sum + pow(Double(each.0) - expected, 2) / expected
    }
    // χ² of 49 degrees is above 94 once in ten thousand.
    #expect(squares < 94)
  }

  @Test func `one object is the only one`() {
    let zipf = ZipfSampler(count: 1, alpha: 0.9)
    var random = ScaleRandom(seed: 1)
    for _ in 0..<100 { #expect(zipf.next(&random) == 0) }
  }

  @Test(arguments: [0.8, 1, 1.3]) func `classes have the sums of all ranks`(alpha: Double) {
    let count = 30_000
    let weights = (1...count).map { pow(Double($0), -alpha) }
    let total = weights.reduce(0, +)
    let zipf = ZipfClasses(count: count, alpha: alpha)
    #expect(zipf.classes.count < 1_000)
    #expect(abs(zipf.sum { $0 } - 1) < 1e-9)
    #expect(abs(zipf.sum { _ in 1 } - Double(count)) < 1e-6)
    #expect(abs(zipf.share(ofFirst: 10) - weights.prefix(10).reduce(0, +) / total) < 1e-6)
    let distinct = weights.reduce(0.0) { $0 + 1 - exp(-$1 / total * 40_000) }
    #expect(abs(LRUTheory.distinct(zipf, 40_000) - distinct) < distinct * 1e-4)
  }

  @Test func `the generator is the course's`() {
    var one = SeededRandom(seed: 7)
    var other = ScaleRandom(seed: 7)
    for _ in 0..<100 { #expect(one.next() == other.next()) }
  }

  @Test func `streams of neighbours share nothing`() {
    var seen: Set<UInt64> = []
    for number in 0..<50 {
      var random = ScaleRandom(seed: 1, .requests, number)
      for _ in 0..<200 { seen.insert(random.next()) }
    }
    #expect(seen.count == 10_000)
  }
}
