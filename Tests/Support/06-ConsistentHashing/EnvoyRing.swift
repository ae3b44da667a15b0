import PostRoad

/// A ring and its picks from the unit tests of a proxy that is in wide use.
///
/// Source: envoyproxy/envoy, `test/extensions/load_balancing_policies/ring_hash/ring_hash_lb_test.cc`, commit 13e9fdb2:
/// six hosts with two points each, a point at the xxHash64 (seed 0) of `127.0.0.1:<port>_<number>`. Which number a
/// point belongs to is not in that file: each position was computed again from its label, with xxHash 0.8.4.
public enum EnvoyRing {
  /// The hosts.
  public static let nodes = (90...95).map { "127.0.0.1:\($0)" }

  /// The xxHash64 of each label.
  public static let labels = LabelTable<UInt64>([
    "127.0.0.1:90_0": 16_117_243_373_044_804_889, "127.0.0.1:90_1": 1_033_482_794_131_418_490,
    "127.0.0.1:91_0": 5_583_722_120_771_150_861, "127.0.0.1:91_1": 6_311_230_543_546_372_928,
    "127.0.0.1:92_0": 928_266_305_478_181_108, "127.0.0.1:92_1": 13_444_792_449_719_432_967,
    "127.0.0.1:93_0": 3_851_675_632_748_031_481, "127.0.0.1:93_1": 7_700_377_290_971_790_572,
    "127.0.0.1:94_0": 15_516_499_411_664_133_160, "127.0.0.1:94_1": 833_437_586_790_550_860,
    "127.0.0.1:95_0": 3_551_244_743_356_806_947, "127.0.0.1:95_1": 13_144_177_310_400_110_813,
  ])

  /// The ring as it is published.
  public static let points = [
    Ring.Point<UInt64>(at: 833_437_586_790_550_860, node: "127.0.0.1:94"),
    Ring.Point(at: 928_266_305_478_181_108, node: "127.0.0.1:92"),
    Ring.Point(at: 1_033_482_794_131_418_490, node: "127.0.0.1:90"),
    Ring.Point(at: 3_551_244_743_356_806_947, node: "127.0.0.1:95"),
    Ring.Point(at: 3_851_675_632_748_031_481, node: "127.0.0.1:93"),
    Ring.Point(at: 5_583_722_120_771_150_861, node: "127.0.0.1:91"),
    Ring.Point(at: 6_311_230_543_546_372_928, node: "127.0.0.1:91"),
    Ring.Point(at: 7_700_377_290_971_790_572, node: "127.0.0.1:93"),
    Ring.Point(at: 13_144_177_310_400_110_813, node: "127.0.0.1:95"),
    Ring.Point(at: 13_444_792_449_719_432_967, node: "127.0.0.1:92"),
    Ring.Point(at: 15_516_499_411_664_133_160, node: "127.0.0.1:94"),
    Ring.Point(at: 16_117_243_373_044_804_889, node: "127.0.0.1:90"),
  ]

  /// Hashes of keys, and the host that is published for each.
  public static let picks: [(key: UInt64, node: String)] = [
    (0, "127.0.0.1:94"),
    (18_446_744_073_709_551_615, "127.0.0.1:94"),
    (3_551_244_743_356_806_947, "127.0.0.1:95"),
    (3_551_244_743_356_806_948, "127.0.0.1:93"),
    (16_117_243_373_044_804_880, "127.0.0.1:90"),
  ]

  /// The same file's ring of six points for hosts of weight 1, 2 and 3.
  public static let weightedPoints = [
    Ring.Point<UInt64>(at: 928_266_305_478_181_108, node: "127.0.0.1:92"),
    Ring.Point(at: 4_443_673_547_860_492_590, node: "127.0.0.1:92"),
    Ring.Point(at: 5_583_722_120_771_150_861, node: "127.0.0.1:91"),
    Ring.Point(at: 6_311_230_543_546_372_928, node: "127.0.0.1:91"),
    Ring.Point(at: 13_444_792_449_719_432_967, node: "127.0.0.1:92"),
    Ring.Point(at: 16_117_243_373_044_804_889, node: "127.0.0.1:90"),
  ]
}
