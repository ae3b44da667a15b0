/// What HAProxy 2.6.12 made of health checks, recorded by `Recording/haproxy-health.py`.
public enum HAProxyHealth {
  /// The answers to the checks one after the other, `o` for 200 and `x` for 503, and what the server was after each:
  /// `U` up, `D` down.
  public struct Run: Sendable {
    public let rise: Int
    public let fall: Int
    public let answers: String
    public let states: String
  }

  /// Servers with different thresholds. HAProxy lets them begin as up.
  public static let runs = [
    Run(
      rise: 2, fall: 3,
      answers: "xooooooooxxxxxxxxxxxooooooooooooxxxooooooxxxoooooo",
      states: "DDUUUUUUUUUDDDDDDDDDDUUUUUUUUUUUUUDDUUUUUUUDDUUUUU"),
    Run(
      rise: 3, fall: 2,
      answers: "oooxxxxxooooxxxxooooooooooooxxxxxxxxxxxxxoooooxx",
      states: "UUUUDDDDDDUUUDDDDDUUUUUUUUUUUDDDDDDDDDDDDDDUUUUD"),
    Run(
      rise: 1, fall: 1,
      answers: "xxxxxxooooxooooxxooooooxxoxxxxoooooooxooxxxxxxxx",
      states: "DDDDDDUUUUDUUUUDDUUUUUUDDUDDDDUUUUUUUDUUDDDDDDDD"),
  ]

  /// The weight of a server with `weight 100 slowstart 10s`, in the middle of each second since it came up.
  public static let slowStartTen = [7, 13, 25, 32, 44, 57, 63, 75, 82, 94, 100, 100]

  /// The same with `weight 30 slowstart 5s`.
  public static let slowStartFive = [2, 8, 14, 19, 25, 30, 30, 30, 30, 30, 30, 30]
}
