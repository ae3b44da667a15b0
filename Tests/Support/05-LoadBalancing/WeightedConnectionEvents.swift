/// Whom nginx 1.22.1 and HAProxy 2.6.12 gave each new connection, recorded by
/// `Recording/weighted-connections.py`.
///
/// A small letter is a new connection that was given to this backend, a capital one is a connection that ended.
public enum WeightedConnectionEvents {
  /// nginx, `least_conn`, weights 5, 3, 1.
  public static let nginxFiveThreeOne = """
    abcabaaBbbBAababacabaaCAcaAabaacAbaaAaBbbaabaBbAaaBAABbbAaAaBAAaabacCabBAbacCBAC\
    cCcBbaAbacBAaACaBbbcBBCAbABbCAABcBABBbAbaabAAAaaAAaBBAaababAAaBaBbAAAaaaBAbABACA\
    CBcCcCBAAAcCaBBbbAAAaACcaBBBABAbbCAcaAaaabaBBbbAAaaabAAABaacababBbaaAababaCBBcbb\
    BbBAabcabaabaabcaAAaBbabAaABAaAaBbCcAaabAAAaaBAaaCcAABbaAaaAAaBABABABAbbBbCaAAAB\
    BAAaaACCcBCCAccaAACABABBbAAAAABaaaACcaaBbbaAaacbBBAAbaBbbBCBBCAcAACcbBCAcabAaaAa
    """

  /// nginx, `least_conn`, weights 4, 4, 2, 2.
  public static let nginxFourFourTwoTwo = """
    abcdAabadcBbBbBBDbAaCbbBaAbacdabdbDcadaCcbbacdaCCccbADBAdCBcAaabbaAaabdCcABDbdDB\
    AaacDdbBAdbaabbBaAcBbCAabBCDBBdbDAAaCcCAcBcabAdabBabBABbCABBbAabaBABBCbACBcAaCBB\
    bBcDBAbbDABbBDbBBAbAadABABDbCBaAbCDacdabbdaDABCAcBabcDdbBabdabbdacabAabadcabBBBC\
    bcbAbadabcBADbDdAaadaAAADBabaCcdaACDAcdCBaABBbDbbcdACaaAaABCDcADBdBCcABBCbDCBbcA\
    aCcCAAADaBBDDACBCABdBDbcBdDbCBDABdACcbCcBbcaAbDBACCBdcabbdABADCDaBdABDacbdbDAdaA
    """

  /// HAProxy, `leastconn`, four equal backends.
  public static let haproxyEqual = """
    aAbcdabBcADadCbAadcaBbdcabdBAbacbaBbAaBCbBcbdaBbcbdaBbcbBbdacAbaBbdDAacbCDdBAacd\
    CbCACcacaCcDBcBDDdbCAdACaBADDACdABACaACBCBDDcDDDddabcCCDAcdDABdaCcbDDBBACdbaAcda\
    bCDCBACAcCcBacBCbBcbdDADBBbaAdDDCBAdbaCcDdbacdbaBcCdbcadbcADaABdabcdabcdabDCdcCc\
    BbadcbBAAabadBbDcaDCdDAdbCcadcABBbaBCBBbbDbDCdcBbdAcAaBbAaDbDdaACdBDCCAcACCcCABD\
    cCBABDaAacbCaCCcDBBACBAcADbBCaCCABDBcADbDBdbCcaADdbcBaAACBabBbdDcCaAbCcCcdDCcadA
    """

  /// HAProxy, `leastconn`, weights 5, 3, 1.
  public static let haproxyFiveThreeOne = """
    aAbBcCabBcbCcCcCcAaCABcabaabaAabaabaABbABBAbaBbabaAaabacbAAaaAaBaAbBBCbBbaBbBbCB\
    cBbBbbcbabaabaBAbaAaAaBACBBBBABbbbcBbABAbAbAaaaABbAAaAaABaBbaABCAbacAABAaBbabaAA\
    AaaAaBBAABbCbAaAAABBaABCcABbaCcbAAaaCcAaAaabaabAaACAcABaaaAaAabaaAAaAaabBBbbAaaA\
    CAcaaBAAAAaaAaAaAaabaAacAaBAbBbCAaaAaBAAAaBbBbBbabacbaAaabaaAAAaAaACcCCABcaAcBCa\
    BABAbBbAAABABAAaAAaAaAaAaAaaCcABACcaaAAaaAabAAaBaAABbaBAbaCcBbaBbABbAaaABbabBbCA
    """

  /// HAProxy, `leastconn`, weights 4, 4, 2, 2.
  public static let haproxyFourFourTwoTwo = """
    abABcCdabAcabBabBbBbabdcBbababAadcbBabBbBBBAAbabababDAdAaaCcDDddbacBDdbdaAbaAaAD\
    dacBbdaBCCcACcBbbacbaAbAAaDBAAaBBaCDBdABbBbbAabBAABaBBbbCBbBDBAAbBACaACcBCDBBACB\
    ADcCcDCdcbDAdABaCcbBabBCcbBbabBCABAcbaDAdBababcdabaCcbdaDcCBbAdcAababadcbBAaDAab\
    daBbabBbcdAAaababAaaBbcBbAadBbaAbBBAAAaDabACaDdBBbCcAabAaDBBdbBBbDbDAdBaBAbDBdCC\
    DABBABbDBdDAbBABCbAadADADBBCBCcCcbaAAadcCBbaCBcABBDbADdCcbAAaBaACcBbAaBbaCAcbaDd
    """
}
