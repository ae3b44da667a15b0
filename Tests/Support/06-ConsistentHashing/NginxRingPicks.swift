/// Where nginx 1.22.1 sent 400 keys with `hash $http_x_key consistent`, recorded by `Recording/nginx-ring.py`
/// with `Recording/nginx-ring.conf`.
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
}
