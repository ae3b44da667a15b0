/// What is simulated. Equal settings give equal results, however the work is divided.
package struct ScaleSettings: Hashable, Sendable {
  package var clients = 1_000_000
  package var pops = 1_000
  package var objects = 10_000_000
  /// The exponent of Zipf's law: the object of rank k is asked for in proportion to 1 / k^alpha.
  package var alpha = 0.9
  package var requests = 10_000_000
  package var seed: UInt64 = 1
  /// The ASes that clients are in. An AS has two octets of a client's four.
  package var networks = 10_000

  package init() {}

  /// A POP keeps one object of a hundred, a shield one of ten: LAB's table has both for one POP.
  package var capacity: Int { max(1, objects / 100) }
  package var shieldCapacity: Int { max(1, objects / 10) }

  /// A region has one shield. POPs of a region have consecutive numbers.
  package var regions: Int { min(20, pops) }
  package func pops(of region: Int) -> Range<Int> {
    first(of: region)..<first(of: region + 1)
  }
  private func first(of region: Int) -> Int { (region * pops + regions - 1) / regions }
  package func region(of pop: Int) -> Int { pop * regions / pops }

  /// The regions whose POPs are exactly these; nil where a region would be cut.
  package func regions(of part: Range<Int>) -> Range<Int>? {
    guard part.lowerBound >= 0, part.upperBound <= pops, !part.isEmpty else { return nil }
    let first = region(of: part.lowerBound)
    let last = region(of: part.upperBound - 1)
    guard pops(of: first).lowerBound == part.lowerBound, pops(of: last).upperBound == part.upperBound else {
      return nil
    }
    return first..<last + 1
  }

  /// All requests come within a day.
  package static let day: Int32 = 86_400_000
  /// A name's TTL: five minutes, as CDNs have it.
  package static let lifetime: Int32 = 300_000
  /// How long a fetch takes. Who asks for the object meanwhile is not served from the store.
  package static let fetch: Int32 = 100
  /// The region falls at noon, and the hour after it is looked at.
  package static let fall: Int32 = day / 2
  package static let hoursOfDay = 24
}
