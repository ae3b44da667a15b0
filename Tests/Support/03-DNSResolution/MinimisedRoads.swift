/// The network of RFC 9156 §4's examples: the root at .1, org at .2, and example.org at .3 with everything in it.
///
/// Source: [RFC 9156 §4](https://www.rfc-editor.org/rfc/rfc9156#section-4).
public let minimisedRoads = """
  198.51.100.1 any under org
    authority org. 9 NS ns.org.
    additional ns.org. 9 A 198.51.100.2
  198.51.100.2 any under example.org
    authority example.org. 9 NS ns.example.org.
    additional ns.example.org. 9 A 198.51.100.3
  198.51.100.2 org A
    NOERROR aa
  198.51.100.3 a.b.example.org MX
    NOERROR aa
    answer a.b.example.org. 300 MX 10 mail.example.org.
  198.51.100.3 a.b.example.org A
    NOERROR aa
    answer a.b.example.org. 300 A 192.0.2.80
  198.51.100.3 any under nothing.example.org
    NXDOMAIN aa
  198.51.100.3 any under example.org
    NOERROR aa

  """

/// Servers of org that know a cut at e.d.c.b.a.org: a silent server of it, and one for which nothing below exists. The
/// address of ns.test is not theirs to tell.
public let deepCut = """
  198.51.100.2 any under e.d.c.b.a.org
    authority e.d.c.b.a.org. 9 NS ns.test.
    authority e.d.c.b.a.org. 9 NS ns.org.
    additional ns.test. 9 A 203.0.113.9
    additional ns.org. 9 AAAA 2001:db8::3
    additional ns.org. 9 A 198.51.100.4
  198.51.100.2 any
    NOERROR aa
  198.51.100.4 any
    NXDOMAIN aa
  """
