import PostRoad

/// An outage that was computed by hand: checks every 2,000 ms from 0 on, a failure after 1,000 ms, three in a row; the site dies at
/// 2,001, so the checks of 4,000, 6,000 and 8,000 fail, and the death is known at 9,000.
public enum OutageCase {
  /// HAProxy's `inter 2s fall 3`, `timeout check 1s`.
  public static let checks = Steering.Checks(first: 0, interval: 2_000, timeout: 1_000, fall: 3)

  public static func outage(_ method: Steering.Method) -> Steering.Outage {
    Steering.Outage(death: 2_001, checks: checks, method: method)
  }

  /// From when on nobody is lost.
  public static let recovered: [(method: Steering.Method, at: Int64)] = [
    (.dns(ttl: 60, kept: 0...86_400), 69_000), (.dns(ttl: 0, kept: 0...86_400), 9_000),
    (.dns(ttl: 1, kept: 0...1), 10_000), (.dns(ttl: 5, kept: 30...86_400), 39_000),
    (.dns(ttl: 30, kept: 30...30), 39_000), (.dns(ttl: 86_400, kept: 0...300), 309_000),
    (.dns(ttl: 0, kept: 20...20), 29_000), (.dns(ttl: .max, kept: 0 ... .max), 4_294_967_304_000),
    (.anycast(convergence: 0), 9_000), (.anycast(convergence: 2_500), 11_500),
    (.anycast(convergence: .max), 4_294_976_295),
  ]

  public struct Visit: Sendable {
    public let asked: Int64
    public let now: Int64
    public let fate: Steering.Fate
    public let rule: String

    init(_ asked: Int64, _ now: Int64, _ fate: Steering.Fate, _ rule: String) {
      self.asked = asked
      self.now = now
      self.fate = fate
      self.rule = rule
    }
  }

  /// With answers that are kept for 60 s.
  public static let visits = [
    Visit(0, 0, .served, "the site lives"), Visit(0, 2_000, .served, "the site lives"),
    Visit(0, 2_001, .lost, "it is dead"), Visit(0, 59_999, .lost, "an old answer is not called back"),
    Visit(0, 60_000, .asksAgain, "60 s are over"), Visit(-58_000, 1_999, .served, "59.999 s"),
    Visit(-58_000, 2_000, .asksAgain, "60 s are over, and the site lives"),
    Visit(2_001, 9_500, .lost, "the answer was given before it was known"),
    Visit(8_999, 8_999, .lost, "the death is not known"),
    Visit(8_999, 68_998, .lost, "the last one that can be lost"),
    Visit(8_999, 68_999, .asksAgain, "60 s are over"), Visit(9_000, 9_000, .moved, "the death is known"),
    Visit(9_000, 68_999, .moved, "the death was known"), Visit(9_000, 69_000, .asksAgain, "60 s are over"),
  ]
}
