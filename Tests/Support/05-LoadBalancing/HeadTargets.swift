/// Targets and hosts, typed from RFC 9112 §3.2, RFC 9110 §4.2 and §9.3.6, and RFC 3986 §3.2.2.
public enum HeadTargets {
  /// Methods and targets of the four forms.
  public static let right = [
    "GET /", "PURGE /x//y?z=http://b/", "OPTIONS *", "OPTIONS /x", "OPTIONS http://a", "GET http://a/a?b",
    "GET http://[2001:db8::80]:8080?b", "GET s3+x-1.0://a", "POST HTTP://a:/", "Connect /", "GET /*",
    "GET h9://a/",
  ]
  /// Those of no form, or of one for other methods.
  public static let wrong = [
    "GET *", "options *", "OPTIONS *x", "OPTIONS **", "GET a", "GET a:80", "GET http:///a", "GET http://",
    "GET http://:80/a", "GET http://mail@a/", "GET http:/a", "GET 3s://a", "GET ://a", "GET h_t://a",
    "GET a/?b=http://c",
  ]

  /// What CONNECT may ask for, and what it may not.
  public static let tunnels = ["www.example.com:80", "[2001:db8::80]:443", "a:1", "a:9", "a:65535"]
  public static let wrongTunnels = [
    "/a", "*", "a", "a:", ":80", ":", "[::80]", "a:0", "a:65536", "a:99999", "a:18446744073709551697", "a:-1",
    "a:80/", "http://a:80", "http://a:80/", "m@a:80", "a:80:80", "a/b:80", "[]:80", "a^b:80",
  ]

  public static let hosts = [
    "a:", "a:80", "a:99999", "%2F%ab", "192.0.2.80", "[2001:db8::80]:443", "[::]", "[::1]", "[1::]:",
    "[1:2:3:4:5:6:7:8]", "[1:2:3:4:5:6:7::]", "[::ffff:192.0.2.80]", "[1:2:3:4:5:6:192.0.2.1]",
    "[ABCD:ef::0001]",
  ]
  public static let wrongHosts = [
    "a:80:80", "a:-1", "a:8a", "a%", "a%2", "a%2g", "a%g2", "[::1", "::1", "[]", "[a]", "[:]", "[1.2.3.4]",
    "[:::1]", "[1:2:3:4:5:6:7:8:9]", "[1:2:3:4:5:6:7]", "[1::2::3]", "[12345::]", "[::g]", "[::1%251]",
    "[::1.2.3]", "[::1.2.3.256]", "[::01.2.3.4]", "[1:2:3:4:5:6:7:1.2.3.4]", "[::1.2.3.4:5]", "[::1]b",
    "b[::1]", "[[::1]]", "[::1]80", "[:1:2:3:4:5:6:7]", "[1:2:3:4:5:6:7:]",
  ]
}
