/// What nginx 1.22.1 picked, recorded by `Recording/nginx-picks.py` with `Recording/nginx-picks.conf`.
///
/// The backends are a, b, c, d, in the order of the configuration. In a string of picks each letter is a connection,
/// opened and closed before the next. In a string of events a small letter is a new connection that nginx gave to
/// this backend, a capital one that ended.
public enum NginxPicks {
  /// The server that was recorded.
  public static let version = "nginx 1.22.1"

  /// Four equal backends.
  public static let equal = """
    abcdabcdabcd
    """

  /// Four equal backends; c is `down`.
  public static let oneDown = """
    abdabdabdabd
    """

  /// Weights 5, 1, 1: three periods.
  public static let fiveOneOne = """
    aabacaaaabacaaaabacaa
    """

  /// Weights 1, 1, 5: three periods.
  public static let oneOneFive = """
    ccacbccccacbccccacbcc
    """

  /// Weights 4, 3, 2, 1: three periods.
  public static let fourThreeTwoOne = """
    abcabdacbaabcabdacbaabcabdacba
    """

  /// Weights 6, 2, 2: two periods of ten picks.
  public static let sixTwoTwo = """
    abacaabacaabacaabaca
    """

  /// Weights 4, 3, 2, 1; b is `down`.
  public static let fourDownTwoOne = """
    acadacaacadacaacadaca
    """

  /// `least_conn` over four equal backends.
  public static let leastConnections = """
    aAbBcdabBDbdDCdBAbBcabdabcBbcbaddAaaBbbccbaDdddabCcccbaddBbaBbbAcaDCDdCcBbDdcBDd\
    dbBBAbDAaaCbCBCccBbcdCbBDcABCADdAAADCDaBaACBAaBbABBbbaBDbCCcDDdCBDdADDdBABAbCaaC\
    CBcbBcAbBCAAaCABbDDcCBdabcDdAaBCcbBADCbcaddacbDdBbbcDABadCdacbbcBBbaBbdbdbBBCcba\
    CccAbDBbaBdBbCcbAabaDDddcddcaAbDaACacddbCBCccAaBCDcbABabbcaCdccCdDaADBBCbAbcdCDB\
    adAcBbCCcDbDdDdDdaCcCBDdAAcCcDBDdCDCDddBDAaCAcAaAADCaAABCaBCDBADDdcdbBCDCBDbdBDD\
    dcdbabdccDddbAaaaABCbCcAcadDAAaabcaBdbaBbcdbADCdcDadbCCccdacCcDCcBACBAaDCAcbdaad
    """

  /// The same; b is `down`.
  public static let leastConnectionsOneDown = """
    acdAaAaCcdDcdaadccdaadccdADCAaaadccdaadccdaadcAaAacADdAaCaadADcdCCAaDcAaAAaDaddD\
    CcDdDdCCAccCacAADDadDCDddcdaCCADcCcDADdaddaACAAacADDaCDACDDCADCCAcdADAAaCaCCDcdD\
    DAdCCDDADdcdACCcacCAaCcACccCaDCccdDdADCdcaacCdccCdCcacAaDdcaddaDcdacdAadcaacAdAD
    """
}
