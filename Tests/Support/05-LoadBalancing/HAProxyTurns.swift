/// In which order HAProxy 2.6.12 took turns with `balance roundrobin`, recorded by
/// `Recording/haproxy-turns.py` with `Recording/haproxy-turns.cfg`.
///
/// Each letter is a connection, opened and closed before the next.
public enum HAProxyTurns {
  /// Weights 5, 1, 1: three periods.
  public static let fiveOneOne = """
    aaabaacaaabaacaaabaac
    """

  /// Weights 4, 3, 2, 1: three periods.
  public static let fourThreeTwoOne = """
    abacbadabcabacbadabcabacbadabc
    """

  /// Weights 6, 2, 2: four periods.
  public static let sixTwoTwo = """
    aabacaabacaabacaabac
    """
}
