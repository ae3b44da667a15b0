/// Where nginx 1.22.1 sent 400 keys, recorded by `Recording/nginx-ring.py` with `Recording/nginx-ring.conf`:
/// `hash $http_x_key consistent`, unless it says otherwise.
///
/// The servers a, b, c, d, e are 127.0.0.11 to 127.0.0.15, port 15180. Letter i of a string of picks is the server
/// that key i was sent to.
public enum NginxRingPicks {
  /// The server that was recorded.
  public static let version = "nginx 1.22.1"

  /// `/scroll/0` to `/scroll/395`; then two keys that stand exactly on a point of both rings, and two that stand
  /// beyond the last point.
  public static let keys =
    (Array(0..<396) + [8_698, 2_250_855, 548, 1_113]).map { "/scroll/\($0)" }

  /// All five servers.
  public static let five = """
    edaadecddacddaeebecddcbdbbdedebbbecaccbabbbaaaabdcddecadddddbdcabcbbadecdbbacbed\
    bbabcaddbaeaabbdbbadadceadaedddedbdadbbebabcbdddbdceacebeaceedcdecdbdaeeeeaaaedd\
    eabceabbdedaebaccdadbbaedbaebaabcadccdbbacbccebdbcebbeababbedacadecedeadbdebbbdc\
    acccdbebabacadcddbeecbccecadbaddedebddbabccdcbbbbcededdaddbddcbcddeaccecccddabce\
    babbdddcdbcdecaebbcceabaebcebdddcdddcbdabecbecaedeeaaabbeddaebcdacbbdceebdcaebcc
    """

  /// The same keys after c has left.
  public static let four = """
    edaadeaddadddaeebebdddbdbbdedebbbebaabbabbbaaaabddddedadddddbdaabdbbadeddbbabbed\
    bbabaaddbaeaabbdbbadadeeadaedddedbdadbbebabbbdddbdbeaaebeadeedadeadbdaeeeeaaaedd\
    eabdeabbdedaebabbdadbbaedbaebaabbadbadbbabbbdebdbaebbeababbedadadededeadbdebbbde\
    abbadbebabadadaddbeebbbaedadbaddedebddbabaddabbbbaededdaddbddbbaddeaeeeabeddabae\
    babbdddddbadebaebbaeeabaebdebdddddddabdabebbedaedeeaaabbeddaebddaebbdaeebddaebaa
    """

  /// All five servers, without `consistent`: the remainder of a division.
  public static let remainderOfFive = """
    dbaebdacdbeeebdecacdcebdceddaebadabcdacceabdcabeecacbbbcbedaddbaddbddedacbbacbeb\
    eccbecbaacaaadeeadeeaeaecebceaddcebecbbbacbbcaaeadcdebaccdcdabdaeabdaeebeeceddbe\
    caaeedcaddaccdbeaaecdbaebdaceabbcaebedbababaccecbbdaeeadbaebbdccaaacbaededebbccb\
    bdabecddbaeecebcbcdeebbbbdcceedccbededeecaedddaeddebcdacaebcbecdcaaedacacadddbdd\
    cbcbbcaacaceddbcecccdedbcdcdbcabcccabbaecbdcadaddcdaddecabcddabcadddebecbaaeebae
    """

  /// The same keys and rule after c has left.
  public static let remainderOfFour = """
    aedbbdeaeaaedbbdeaeabdeaaedbdbdbaeeabdbdeabddbaeaeaedbbdeaeabdeaaedbdbdbaeeabdbd\
    dbaeeabdbdbdeaaedbdbeabddbaeaeaedbbdeaeabdeaaedbdbdbaeeabdbdeabddbaeaeaedbbdeaea\
    bdeaaedbdbdbaeeabdbddbaeeabdbdbdeaaedbdbbdeaaedbdbdbaeeabdbdeabddbaeaeaedbbdeaea\
    bdeaaedbdbdbaeeabdbdeabddbaeaeaedbbdeaeaaedbbdeaeaeabddbaeaeeabddbaeaeaedbbdeaea\
    bdeaaedbdbdbaeeabdbdeabddbaeaeaedbbdeaeabdeaaedbdbdbaeeabdbddbaeeabdbdbdeaaeaaba
    """

  /// All five servers, with the weights 1, 2, 3, 1, 4.
  public static let weighted = """
    edaedcececeddaeebecedeedbbeeeebbbebeeebabecacacbdcedbccdcdddeceacccbadecdbbeebee\
    bbabcbccbaeaabbebcaeaeceeeeecededbdaeceeeabebbedbdceebebeaeeedcbecdedceebeeaaeed\
    eaeeceecdecacceeccccebacbcaebacbeeeecdceccbccebeccecbeeeacbebcbaceeeceabebeebcec\
    ebecdceeaeeececdceeececceeaeecdecdcbeebabcebeeccecedeedceeeedebcdceecceccbeeebce\
    bcbbbedcdbccecacbbbccacaebceedddccececdbbeebecbcbebabebeebcaebceaceeeeeebcecebec
    """

  /// All five servers of weight 1, each of which refuses with 503: three letters a key, the servers that nginx tried.
  public static let tried = """
    eacdceadeadbdbaebccaedecdeaadecdadbcdbeadcebaebcbcaecbcbddebdabcdabeddecbcdbaede\
    aeaddcaedcbecbdebaeecbcbdaedcabcbdbcdabdbdabecbeaadbadeabeadebaddebcdadeadbeedac\
    dbaecdbedeadbcdcedcbbdadaccabacdbeccdabdabdcadbdcaecbcdbdaebcabceadbcbabdaedbdcb\
    bdcbdaadbbeccadacddcadabbaeacdecbabeadbbcebaedaebeabdcacedbaadbdcecebebcaebdceac\
    bebcdabdacdabecadacbacdababedabbcabecedcbadaedbeccbabaedebdebdacbeadabcbdedcadbc\
    abedabdeeadacecdaedbecadcacaddcbebccaedebbaedbaadbedbebaeabeacaecabdaecebadcedeb\
    ebdacdbaecdbebdadebeabaddbaedadeaaececbbdeaedcbecbddabacddbebadbeaadeebddbabeaac\
    deadbceadeabcbdecbeaeddbecbdcaedeabecbadadbcbebdacbacdbecbbcadaebcecadecdbecbdce\
    bdadcbdaacdbacbecebcdbeaeccdbadedebeaccdbedadcbedcabedaebaddaeecbbdabecbeadecceb\
    aedcbdcbdcabdcbbececbbaeabcbdaaedcdeadedeacaddabdecbededaeadcbabaccbdcadedbcdaad\
    cdbebdeadedaedcaeaddcbeadbeadecdebbdeabebeacaecdadbccadbdcbacbadbadcabedadecebad\
    abdcbadedcadaebcedcadabcbebcacaddebdceebcadeceaceaecdcaecbdcebdabdbaabdbaccaeebc\
    bdaaecbecbaddbedacdaccdadcbbaecabdceebacbdaedeadbcebdecadcebecaabdbcdabcedcbeccd\
    eeabbecdabdbcdeacdedeadacdabcaebeddceaebbadebacbabcaedbcdaadcebadeaedaedaaecaeda\
    cebaebeaedcdebdebaedeabbeacdadebadbcebbeabaddbecabebdedcbeadabcdbaedeadbeccaecae
    """
}
