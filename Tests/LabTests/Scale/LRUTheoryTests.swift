import ScaleKit
import Testing

/// Paper against paper: numbers that another program, in another language, has computed from the same formulas.
@Suite struct LRUTheoryTests {
  // Che, Tung, Wang 2002.
  @Test(arguments: [
    (10_000, 0.8, 1_000, 0.4367), (10_000, 1.0, 1_000, 0.6756), (100_000, 0.9, 10_000, 0.6052),
  ]) func `a store's hit ratio is Che's, and LRU's own within half a percentage point`(
    objects: Int, alpha: Double, capacity: Int, expected: Double
  ) {
    let theory = LRUTheory(ZipfClasses(count: objects, alpha: alpha), capacity: capacity)
    #expect(abs(theory.hitRatio - expected) < 0.000_1)
    var settings = ScaleSettings()
    (settings.objects, settings.alpha) = (objects, alpha)
    let simulated = WarmStore.hitRatio(settings, capacity: capacity, filling: 200_000, measured: 300_000)
    #expect(abs(simulated - expected) < 0.005, "\(simulated)")
  }

  @Test(arguments: [
    (0.8, [0.119, 0.248, 0.498]), (0.9, [0.270, 0.431, 0.659]), (1.0, [0.485, 0.642, 0.810]),
  ]) func `ten million objects, and room for a thousandth, a hundredth, a tenth`(
    alpha: Double, expected: [Double]
  ) {
    let zipf = ZipfClasses(count: 10_000_000, alpha: alpha)
    for (capacity, expected) in zip([10_000, 100_000, 1_000_000], expected) {
      #expect(abs(LRUTheory(zipf, capacity: capacity).hitRatio - expected) < 0.000_6)
    }
  }

  @Test func `a store that has just begun hits what was asked for before`() {
    let theory = LRUTheory(ZipfClasses(count: 1_000, alpha: 0, exact: 1_001), capacity: 500)
    // A hundred requests are for 1,000 · (1 - 0.999^100) = 95.2 of them, counted one by one; Poisson's limit is that near.
    #expect(abs(theory.hits(100) - 4.8) < 0.1)
    // When it is full, half of all are in it.
    #expect(abs(theory.hitRatio - 0.5) < 0.000_01)
    let later = theory.hits(20_000) - theory.hits(10_000)
    #expect(abs(later - 5_000) < 0.01)
  }

  @Test func `a store with room for all hits everything but the first time`() {
    let theory = LRUTheory(ZipfClasses(count: 100, alpha: 0.9), capacity: 100)
    #expect(theory.hitRatio == 1)
    #expect(abs(theory.misses(1_000_000) - 100) < 0.001)
  }

  // Jung, Berger, Balakrishnan 2003: λT / (1 + λT).
  @Test(arguments: [
    (100.0, [0.411, 0.571, 0.742, 0.932]), (1_000.0, [0.571, 0.730, 0.888, 0.989]),
  ]) func `a resolver's hits follow from rate and TTL`(rate: Double, expected: [Double]) {
    let zipf = ZipfClasses(count: 1_000_000, alpha: 1)
    for (ttl, expected) in zip([30, 300, 3_600, 86_400], expected) {
      // So long that the beginning does not count.
      let lifetimes = 1e9
      let questions = rate * Double(ttl) * lifetimes
      let misses = zipf.sum { ScaleTheory.renewals($0 * questions, lifetimes: lifetimes) }
      #expect(abs(1 - misses / questions - expected) < 0.000_6)
    }
  }

  @Test func `with one choice loads are Poisson's, with two hardly anybody has three`() {
    // 1 - 2/e and 1 - 5/(2e).
    #expect(abs(ManyBackends.share(withAtLeast: 2, choices: 1) - 0.264_24) < 0.000_1)
    #expect(abs(ManyBackends.share(withAtLeast: 3, choices: 1) - 0.080_30) < 0.000_1)
    #expect(ManyBackends.share(withAtLeast: 3, choices: 2) < 0.01)
  }
}
