// Recorded by Tests/Support/Recording/authority.py: not typed by hand.

extension AuthorityRecording {
  /// What NSD 4.6.1 (minimal-responses) and Knot 3.2.6 replied about authority.zone.
  static let text = ##"""
    @ postroad.example. A
    NOERROR AA
    answer postroad.example. 600 A 192.0.2.1
    @ postroad.example. AAAA
    NOERROR AA
    answer postroad.example. 600 AAAA 2001:db8::1
    @ postroad.example. NS
    NOERROR AA
    answer postroad.example. 600 NS ns1.postroad.example.
    answer postroad.example. 600 NS ns2.elsewhere.example.
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ postroad.example. MX
    NOERROR AA
    answer postroad.example. 600 MX 10 mail.postroad.example.
    answer postroad.example. 600 MX 20 relay.elsewhere.example.
    optional mail.postroad.example. 600 A 192.0.2.25
    @ postroad.example. TXT
    NOERROR AA
    answer postroad.example. 600 TXT "post road" "second string"
    @ postroad.example. CNAME
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ postroad.example. SOA
    NOERROR AA
    answer postroad.example. 600 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ postroad.example. SRV
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ postroad.example. PTR
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ postroad.example. DS
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ postroad.example. TYPE65280
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ www.postroad.example. A
    NOERROR AA
    answer www.postroad.example. 60 A 192.0.2.80
    answer www.postroad.example. 60 A 192.0.2.81
    @ www.postroad.example. AAAA
    NOERROR AA
    answer www.postroad.example. 60 AAAA 2001:db8::80
    @ www.postroad.example. NS
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ www.postroad.example. MX
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ www.postroad.example. TXT
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ www.postroad.example. CNAME
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ www.postroad.example. SOA
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ www.postroad.example. SRV
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ www.postroad.example. PTR
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ www.postroad.example. DS
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ www.postroad.example. TYPE65280
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ wWw.postroad.example. A
    NOERROR AA
    answer wWw.postroad.example. 60 A 192.0.2.80
    answer wWw.postroad.example. 60 A 192.0.2.81
    @ ns1.postroad.example. A
    NOERROR AA
    answer ns1.postroad.example. 600 A 192.0.2.53
    @ ns1.postroad.example. AAAA
    NOERROR AA
    answer ns1.postroad.example. 600 AAAA 2001:db8::53
    @ ns1.postroad.example. TXT
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ mail.postroad.example. A
    NOERROR AA
    answer mail.postroad.example. 600 A 192.0.2.25
    @ mail.postroad.example. MX
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ six.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ six.postroad.example. AAAA
    NOERROR AA
    answer six.postroad.example. 600 AAAA 2001:db8::6
    @ text.postroad.example. TXT
    NOERROR AA
    answer text.postroad.example. 600 TXT "only text"
    @ text.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ 80.rev.postroad.example. PTR
    NOERROR AA
    answer 80.rev.postroad.example. 600 PTR www.postroad.example.
    @ 80.rev.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ rev.postroad.example. PTR
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ unknown.postroad.example. TYPE65280
    NOERROR AA
    answer unknown.postroad.example. 600 TYPE65280 \# 3 01 02 03
    @ unknown.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ unknown.postroad.example. TYPE65281
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ _mana._tcp.postroad.example. SRV
    NOERROR AA
    answer _mana._tcp.postroad.example. 600 SRV 0 5 4711 www.postroad.example.
    answer _mana._tcp.postroad.example. 600 SRV 1 0 4711 gate.north.postroad.example.
    optional gate.north.postroad.example. 600 A 192.0.2.99
    optional www.postroad.example. 60 A 192.0.2.80
    optional www.postroad.example. 60 A 192.0.2.81
    optional www.postroad.example. 60 AAAA 2001:db8::80
    @ _mana._tcp.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ _none._tcp.postroad.example. SRV
    NOERROR AA
    answer _none._tcp.postroad.example. 600 SRV 0 0 0 .
    @ _tcp.postroad.example. SRV
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ _tcp.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ _udp.postroad.example. SRV
    NXDOMAIN AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ nomail.postroad.example. MX
    NOERROR AA
    answer nomail.postroad.example. 600 MX 0 .
    @ nomail.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ below.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ below.postroad.example. NS
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ down.below.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ down.below.postroad.example. TXT
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ deep.down.below.postroad.example. A
    NOERROR AA
    answer deep.down.below.postroad.example. 600 A 192.0.2.7
    @ deep.down.below.postroad.example. TXT
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ x.down.below.postroad.example. A
    NXDOMAIN AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ x.deep.down.below.postroad.example. A
    NXDOMAIN AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ b.ent.postroad.example. TXT
    NOERROR AA
    answer b.ent.postroad.example. 600 TXT "below an empty non-terminal"
    @ b.ent.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ ent.postroad.example. TXT
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ nt.postroad.example. TXT
    NXDOMAIN AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ b.e.nt.postroad.example. TXT
    NXDOMAIN AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ nowhere.postroad.example. A
    NXDOMAIN AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ nowhere.postroad.example. SOA
    NXDOMAIN AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ a.b.c.nowhere.postroad.example. NS
    NXDOMAIN AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ ww.postroad.example. A
    NXDOMAIN AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ x.www.postroad.example. A
    NXDOMAIN AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ x.www.postroad.example. AAAA
    NXDOMAIN AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ x.www.postroad.example. CNAME
    NXDOMAIN AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ evilnorth.postroad.example. A
    NOERROR AA
    answer evilnorth.postroad.example. 600 A 192.0.2.66
    @ evilnorth.postroad.example. NS
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ x.evilnorth.postroad.example. A
    NXDOMAIN AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ xwww.postroad.example. A
    NOERROR AA
    answer xwww.postroad.example. 600 A 192.0.2.67
    @ north.postroad.example. A
    NOERROR
    authority north.postroad.example. 600 NS ns.north.postroad.example.
    authority north.postroad.example. 600 NS ns1.postroad.example.
    additional ns.north.postroad.example. 600 A 192.0.2.54
    additional ns.north.postroad.example. 600 AAAA 2001:db8::54
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ north.postroad.example. NS
    NOERROR
    authority north.postroad.example. 600 NS ns.north.postroad.example.
    authority north.postroad.example. 600 NS ns1.postroad.example.
    additional ns.north.postroad.example. 600 A 192.0.2.54
    additional ns.north.postroad.example. 600 AAAA 2001:db8::54
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ north.postroad.example. SOA
    NOERROR
    authority north.postroad.example. 600 NS ns.north.postroad.example.
    authority north.postroad.example. 600 NS ns1.postroad.example.
    additional ns.north.postroad.example. 600 A 192.0.2.54
    additional ns.north.postroad.example. 600 AAAA 2001:db8::54
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ north.postroad.example. DS
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ north.postroad.example. MX
    NOERROR
    authority north.postroad.example. 600 NS ns.north.postroad.example.
    authority north.postroad.example. 600 NS ns1.postroad.example.
    additional ns.north.postroad.example. 600 A 192.0.2.54
    additional ns.north.postroad.example. 600 AAAA 2001:db8::54
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ north.postroad.example. CNAME
    NOERROR
    authority north.postroad.example. 600 NS ns.north.postroad.example.
    authority north.postroad.example. 600 NS ns1.postroad.example.
    additional ns.north.postroad.example. 600 A 192.0.2.54
    additional ns.north.postroad.example. 600 AAAA 2001:db8::54
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ ns.north.postroad.example. A
    NOERROR
    authority north.postroad.example. 600 NS ns.north.postroad.example.
    authority north.postroad.example. 600 NS ns1.postroad.example.
    additional ns.north.postroad.example. 600 A 192.0.2.54
    additional ns.north.postroad.example. 600 AAAA 2001:db8::54
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ ns.north.postroad.example. AAAA
    NOERROR
    authority north.postroad.example. 600 NS ns.north.postroad.example.
    authority north.postroad.example. 600 NS ns1.postroad.example.
    additional ns.north.postroad.example. 600 A 192.0.2.54
    additional ns.north.postroad.example. 600 AAAA 2001:db8::54
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ ns.north.postroad.example. TXT
    NOERROR
    authority north.postroad.example. 600 NS ns.north.postroad.example.
    authority north.postroad.example. 600 NS ns1.postroad.example.
    additional ns.north.postroad.example. 600 A 192.0.2.54
    additional ns.north.postroad.example. 600 AAAA 2001:db8::54
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ gate.north.postroad.example. A
    NOERROR
    authority north.postroad.example. 600 NS ns.north.postroad.example.
    authority north.postroad.example. 600 NS ns1.postroad.example.
    additional ns.north.postroad.example. 600 A 192.0.2.54
    additional ns.north.postroad.example. 600 AAAA 2001:db8::54
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ gate.north.postroad.example. AAAA
    NOERROR
    authority north.postroad.example. 600 NS ns.north.postroad.example.
    authority north.postroad.example. 600 NS ns1.postroad.example.
    additional ns.north.postroad.example. 600 A 192.0.2.54
    additional ns.north.postroad.example. 600 AAAA 2001:db8::54
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ gate.north.postroad.example. NS
    NOERROR
    authority north.postroad.example. 600 NS ns.north.postroad.example.
    authority north.postroad.example. 600 NS ns1.postroad.example.
    additional ns.north.postroad.example. 600 A 192.0.2.54
    additional ns.north.postroad.example. 600 AAAA 2001:db8::54
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ gate.north.postroad.example. DS
    NOERROR
    authority north.postroad.example. 600 NS ns.north.postroad.example.
    authority north.postroad.example. 600 NS ns1.postroad.example.
    additional ns.north.postroad.example. 600 A 192.0.2.54
    additional ns.north.postroad.example. 600 AAAA 2001:db8::54
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ NoRtH.postroad.example. NS
    NOERROR
    authority NoRtH.postroad.example. 600 NS ns.NoRtH.postroad.example.
    authority NoRtH.postroad.example. 600 NS ns1.postroad.example.
    additional ns.NoRtH.postroad.example. 600 A 192.0.2.54
    additional ns.NoRtH.postroad.example. 600 AAAA 2001:db8::54
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ a.b.c.north.postroad.example. A
    NOERROR
    authority north.postroad.example. 600 NS ns.north.postroad.example.
    authority north.postroad.example. 600 NS ns1.postroad.example.
    additional ns.north.postroad.example. 600 A 192.0.2.54
    additional ns.north.postroad.example. 600 AAAA 2001:db8::54
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ south.postroad.example. A
    NOERROR
    authority south.postroad.example. 600 NS ns.north.postroad.example.
    authority south.postroad.example. 600 NS ns.south.postroad.example.
    additional ns.north.postroad.example. 600 A 192.0.2.54
    additional ns.north.postroad.example. 600 AAAA 2001:db8::54
    additional ns.south.postroad.example. 600 A 192.0.2.55
    @ south.postroad.example. NS
    NOERROR
    authority south.postroad.example. 600 NS ns.north.postroad.example.
    authority south.postroad.example. 600 NS ns.south.postroad.example.
    additional ns.north.postroad.example. 600 A 192.0.2.54
    additional ns.north.postroad.example. 600 AAAA 2001:db8::54
    additional ns.south.postroad.example. 600 A 192.0.2.55
    @ x.south.postroad.example. MX
    NOERROR
    authority south.postroad.example. 600 NS ns.north.postroad.example.
    authority south.postroad.example. 600 NS ns.south.postroad.example.
    additional ns.north.postroad.example. 600 A 192.0.2.54
    additional ns.north.postroad.example. 600 AAAA 2001:db8::54
    additional ns.south.postroad.example. 600 A 192.0.2.55
    @ ns.south.postroad.example. A
    NOERROR
    authority south.postroad.example. 600 NS ns.north.postroad.example.
    authority south.postroad.example. 600 NS ns.south.postroad.example.
    additional ns.north.postroad.example. 600 A 192.0.2.54
    additional ns.north.postroad.example. 600 AAAA 2001:db8::54
    additional ns.south.postroad.example. 600 A 192.0.2.55
    @ east.postroad.example. NS
    NOERROR
    authority east.postroad.example. 600 NS ns.west.postroad.example.
    additional ns.west.postroad.example. 600 AAAA 2001:db8::57
    @ x.east.postroad.example. A
    NOERROR
    authority east.postroad.example. 600 NS ns.west.postroad.example.
    additional ns.west.postroad.example. 600 AAAA 2001:db8::57
    @ x.west.postroad.example. A
    NOERROR
    authority west.postroad.example. 600 NS ns.east.postroad.example.
    additional ns.east.postroad.example. 600 A 192.0.2.56
    @ west.postroad.example. NS
    NOERROR
    authority west.postroad.example. 600 NS ns.east.postroad.example.
    additional ns.east.postroad.example. 600 A 192.0.2.56
    @ far.postroad.example. NS
    NOERROR
    authority far.postroad.example. 600 NS ns.elsewhere.example.
    @ far.postroad.example. A
    NOERROR
    authority far.postroad.example. 600 NS ns.elsewhere.example.
    @ x.far.postroad.example. A
    NOERROR
    authority far.postroad.example. 600 NS ns.elsewhere.example.
    @ lost.postroad.example. NS
    NOERROR
    authority lost.postroad.example. 600 NS ns.lost.postroad.example.
    @ ns.lost.postroad.example. A
    NOERROR
    authority lost.postroad.example. 600 NS ns.lost.postroad.example.
    @ way.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ way.postroad.example. NS
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ long.way.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ long.way.postroad.example. NS
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ a.long.way.postroad.example. A
    NOERROR
    authority a.long.way.postroad.example. 600 NS ns.a.long.way.postroad.example.
    additional ns.a.long.way.postroad.example. 600 A 192.0.2.58
    @ a.long.way.postroad.example. NS
    NOERROR
    authority a.long.way.postroad.example. 600 NS ns.a.long.way.postroad.example.
    additional ns.a.long.way.postroad.example. 600 A 192.0.2.58
    @ a.long.way.postroad.example. DS
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ x.a.long.way.postroad.example. A
    NOERROR
    authority a.long.way.postroad.example. 600 NS ns.a.long.way.postroad.example.
    additional ns.a.long.way.postroad.example. 600 A 192.0.2.58
    @ b.long.way.postroad.example. A
    NXDOMAIN AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ signed.postroad.example. DS
    NOERROR AA
    answer signed.postroad.example. 600 DS \# 24 ec 45 05 01 2b b1 83 af 5f 22 58 81 79 a5 3b 0a 98 63 1f ad 1a 29 21 18
    @ signed.postroad.example. NS
    NOERROR
    authority signed.postroad.example. 600 NS ns1.postroad.example.
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ signed.postroad.example. A
    NOERROR
    authority signed.postroad.example. 600 NS ns1.postroad.example.
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ x.signed.postroad.example. DS
    NOERROR
    authority signed.postroad.example. 600 NS ns1.postroad.example.
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ x.signed.postroad.example. A
    NOERROR
    authority signed.postroad.example. 600 NS ns1.postroad.example.
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ wild.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ wild.postroad.example. MX
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ a.wild.postroad.example. A
    NOERROR AA
    answer a.wild.postroad.example. 600 A 192.0.2.70
    @ a.wild.postroad.example. MX
    NOERROR AA
    answer a.wild.postroad.example. 600 MX 10 mail.postroad.example.
    optional mail.postroad.example. 600 A 192.0.2.25
    @ a.wild.postroad.example. TXT
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ a.wild.postroad.example. AAAA
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ A.b.C.wild.postroad.example. A
    NOERROR AA
    answer A.b.C.wild.postroad.example. 600 A 192.0.2.70
    @ *.wild.postroad.example. A
    NOERROR AA
    answer *.wild.postroad.example. 600 A 192.0.2.70
    @ *.wild.postroad.example. MX
    NOERROR AA
    answer *.wild.postroad.example. 600 MX 10 mail.postroad.example.
    optional mail.postroad.example. 600 A 192.0.2.25
    @ *.wild.postroad.example. TXT
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ x.*.wild.postroad.example. A
    NXDOMAIN AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ known.wild.postroad.example. TXT
    NOERROR AA
    answer known.wild.postroad.example. 600 TXT "is there"
    @ known.wild.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ known.wild.postroad.example. MX
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ y.known.wild.postroad.example. A
    NXDOMAIN AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ ent.wild.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ y.ent.wild.postroad.example. A
    NXDOMAIN AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ x.ent.wild.postroad.example. TXT
    NOERROR AA
    answer x.ent.wild.postroad.example. 600 TXT "below an empty non-terminal that is beside the star"
    @ x.ent.wild.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ star.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ *.star.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ *.star.postroad.example. TXT
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ y.star.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ y.star.postroad.example. TXT
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ a.b.star.postroad.example. TXT
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ below.*.star.postroad.example. TXT
    NOERROR AA
    answer below.*.star.postroad.example. 600 TXT "the star itself has no records"
    @ below.*.star.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ alias.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ x.alias.postroad.example. A
    NOERROR AA
    answer www.postroad.example. 60 A 192.0.2.80
    answer www.postroad.example. 60 A 192.0.2.81
    answer x.alias.postroad.example. 600 CNAME www.postroad.example.
    @ x.alias.postroad.example. AAAA
    NOERROR AA
    answer www.postroad.example. 60 AAAA 2001:db8::80
    answer x.alias.postroad.example. 600 CNAME www.postroad.example.
    @ x.alias.postroad.example. CNAME
    NOERROR AA
    answer x.alias.postroad.example. 600 CNAME www.postroad.example.
    @ x.alias.postroad.example. TXT
    NOERROR AA
    answer x.alias.postroad.example. 600 CNAME www.postroad.example.
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ x.alias.postroad.example. MX
    NOERROR AA
    answer x.alias.postroad.example. 600 CNAME www.postroad.example.
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ a.b.alias.postroad.example. A
    NOERROR AA
    answer a.b.alias.postroad.example. 600 CNAME www.postroad.example.
    answer www.postroad.example. 60 A 192.0.2.80
    answer www.postroad.example. 60 A 192.0.2.81
    @ *.alias.postroad.example. A
    NOERROR AA
    answer *.alias.postroad.example. 600 CNAME www.postroad.example.
    answer www.postroad.example. 60 A 192.0.2.80
    answer www.postroad.example. 60 A 192.0.2.81
    @ *.alias.postroad.example. CNAME
    NOERROR AA
    answer *.alias.postroad.example. 600 CNAME www.postroad.example.
    @ x.away.postroad.example. A
    NOERROR AA
    answer x.away.postroad.example. 600 CNAME host.elsewhere.example.
    @ x.away.postroad.example. CNAME
    NOERROR AA
    answer x.away.postroad.example. 600 CNAME host.elsewhere.example.
    @ sub.wild.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ sub.wild.postroad.example. TXT
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ x.sub.wild.postroad.example. A
    NOERROR AA
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ x.sub.wild.postroad.example. TXT
    NOERROR AA
    answer x.sub.wild.postroad.example. 600 TXT "a star further down"
    @ *.sub.wild.postroad.example. TXT
    NOERROR AA
    answer *.sub.wild.postroad.example. 600 TXT "a star further down"
    @ north.wild.postroad.example. A
    NOERROR
    authority north.wild.postroad.example. 600 NS ns1.postroad.example.
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ north.wild.postroad.example. NS
    NOERROR
    authority north.wild.postroad.example. 600 NS ns1.postroad.example.
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ x.north.wild.postroad.example. A
    NOERROR
    authority north.wild.postroad.example. 600 NS ns1.postroad.example.
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ **.wild.postroad.example. A
    NOERROR AA
    answer **.wild.postroad.example. 600 A 192.0.2.70
    @ x*.wild.postroad.example. A
    NOERROR AA
    answer x*.wild.postroad.example. 600 A 192.0.2.70
    @ north.alias.postroad.example. A
    NOERROR AA
    answer north.alias.postroad.example. 600 CNAME www.postroad.example.
    answer www.postroad.example. 60 A 192.0.2.80
    answer www.postroad.example. 60 A 192.0.2.81
    @ road.postroad.example. A
    NOERROR AA
    answer road.postroad.example. 600 CNAME www.postroad.example.
    answer www.postroad.example. 60 A 192.0.2.80
    answer www.postroad.example. 60 A 192.0.2.81
    @ road.postroad.example. AAAA
    NOERROR AA
    answer road.postroad.example. 600 CNAME www.postroad.example.
    answer www.postroad.example. 60 AAAA 2001:db8::80
    @ road.postroad.example. CNAME
    NOERROR AA
    answer road.postroad.example. 600 CNAME www.postroad.example.
    @ road.postroad.example. TXT
    NOERROR AA
    answer road.postroad.example. 600 CNAME www.postroad.example.
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ road.postroad.example. SOA
    NOERROR AA
    answer road.postroad.example. 600 CNAME www.postroad.example.
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ road.postroad.example. NS
    NOERROR AA
    answer road.postroad.example. 600 CNAME www.postroad.example.
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ lane.postroad.example. A
    NOERROR AA
    answer lane.postroad.example. 600 CNAME road.postroad.example.
    answer road.postroad.example. 600 CNAME www.postroad.example.
    answer www.postroad.example. 60 A 192.0.2.80
    answer www.postroad.example. 60 A 192.0.2.81
    @ lane.postroad.example. AAAA
    NOERROR AA
    answer lane.postroad.example. 600 CNAME road.postroad.example.
    answer road.postroad.example. 600 CNAME www.postroad.example.
    answer www.postroad.example. 60 AAAA 2001:db8::80
    @ lane.postroad.example. TXT
    NOERROR AA
    answer lane.postroad.example. 600 CNAME road.postroad.example.
    answer road.postroad.example. 600 CNAME www.postroad.example.
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ lane.postroad.example. CNAME
    NOERROR AA
    answer lane.postroad.example. 600 CNAME road.postroad.example.
    @ path.postroad.example. A
    NOERROR AA
    answer lane.postroad.example. 600 CNAME road.postroad.example.
    answer path.postroad.example. 600 CNAME lane.postroad.example.
    answer road.postroad.example. 600 CNAME www.postroad.example.
    answer www.postroad.example. 60 A 192.0.2.80
    answer www.postroad.example. 60 A 192.0.2.81
    @ path.postroad.example. MX
    NOERROR AA
    answer lane.postroad.example. 600 CNAME road.postroad.example.
    answer path.postroad.example. 600 CNAME lane.postroad.example.
    answer road.postroad.example. 600 CNAME www.postroad.example.
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ toent.postroad.example. A
    NOERROR AA
    answer toent.postroad.example. 600 CNAME down.below.postroad.example.
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ tonothing.postroad.example. A
    NXDOMAIN AA
    answer tonothing.postroad.example. 600 CNAME nowhere.postroad.example.
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ tonothing.postroad.example. CNAME
    NOERROR AA
    answer tonothing.postroad.example. 600 CNAME nowhere.postroad.example.
    @ tonothing2.postroad.example. A
    NXDOMAIN AA
    answer tonothing.postroad.example. 600 CNAME nowhere.postroad.example.
    answer tonothing2.postroad.example. 600 CNAME tonothing.postroad.example.
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ todata.postroad.example. A
    NOERROR AA
    answer todata.postroad.example. 600 CNAME text.postroad.example.
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ todata.postroad.example. TXT
    NOERROR AA
    answer text.postroad.example. 600 TXT "only text"
    answer todata.postroad.example. 600 CNAME text.postroad.example.
    @ toaway.postroad.example. A
    NOERROR AA
    answer toaway.postroad.example. 600 CNAME host.elsewhere.example.
    @ toaway.postroad.example. CNAME
    NOERROR AA
    answer toaway.postroad.example. 600 CNAME host.elsewhere.example.
    @ toaway2.postroad.example. A
    NOERROR AA
    answer toaway.postroad.example. 600 CNAME host.elsewhere.example.
    answer toaway2.postroad.example. 600 CNAME toaway.postroad.example.
    @ tocut.postroad.example. A
    NOERROR AA
    answer tocut.postroad.example. 600 CNAME gate.north.postroad.example.
    authority north.postroad.example. 600 NS ns.north.postroad.example.
    authority north.postroad.example. 600 NS ns1.postroad.example.
    additional ns.north.postroad.example. 600 A 192.0.2.54
    additional ns.north.postroad.example. 600 AAAA 2001:db8::54
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ tocut.postroad.example. NS
    NOERROR AA
    answer tocut.postroad.example. 600 CNAME gate.north.postroad.example.
    authority north.postroad.example. 600 NS ns.north.postroad.example.
    authority north.postroad.example. 600 NS ns1.postroad.example.
    additional ns.north.postroad.example. 600 A 192.0.2.54
    additional ns.north.postroad.example. 600 AAAA 2001:db8::54
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ tocut2.postroad.example. A
    NOERROR AA
    answer tocut.postroad.example. 600 CNAME gate.north.postroad.example.
    answer tocut2.postroad.example. 600 CNAME tocut.postroad.example.
    authority north.postroad.example. 600 NS ns.north.postroad.example.
    authority north.postroad.example. 600 NS ns1.postroad.example.
    additional ns.north.postroad.example. 600 A 192.0.2.54
    additional ns.north.postroad.example. 600 AAAA 2001:db8::54
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ atcut.postroad.example. A
    NOERROR AA
    answer atcut.postroad.example. 600 CNAME north.postroad.example.
    authority north.postroad.example. 600 NS ns.north.postroad.example.
    authority north.postroad.example. 600 NS ns1.postroad.example.
    additional ns.north.postroad.example. 600 A 192.0.2.54
    additional ns.north.postroad.example. 600 AAAA 2001:db8::54
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ atcut.postroad.example. NS
    NOERROR AA
    answer atcut.postroad.example. 600 CNAME north.postroad.example.
    authority north.postroad.example. 600 NS ns.north.postroad.example.
    authority north.postroad.example. 600 NS ns1.postroad.example.
    additional ns.north.postroad.example. 600 A 192.0.2.54
    additional ns.north.postroad.example. 600 AAAA 2001:db8::54
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ atcut.postroad.example. DS
    NOERROR AA
    answer atcut.postroad.example. 600 CNAME north.postroad.example.
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ towild.postroad.example. A
    NOERROR AA
    answer a.wild.postroad.example. 600 A 192.0.2.70
    answer towild.postroad.example. 600 CNAME a.wild.postroad.example.
    @ towild.postroad.example. MX
    NOERROR AA
    answer a.wild.postroad.example. 600 MX 10 mail.postroad.example.
    answer towild.postroad.example. 600 CNAME a.wild.postroad.example.
    optional mail.postroad.example. 600 A 192.0.2.25
    @ towild.postroad.example. AAAA
    NOERROR AA
    answer towild.postroad.example. 600 CNAME a.wild.postroad.example.
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ tostar.postroad.example. A
    NOERROR AA
    answer *.wild.postroad.example. 600 A 192.0.2.70
    answer tostar.postroad.example. 600 CNAME *.wild.postroad.example.
    @ toblocked.postroad.example. A
    NXDOMAIN AA
    answer toblocked.postroad.example. 600 CNAME y.known.wild.postroad.example.
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ toalias.postroad.example. A
    NOERROR AA
    answer q.alias.postroad.example. 600 CNAME www.postroad.example.
    answer toalias.postroad.example. 600 CNAME q.alias.postroad.example.
    answer www.postroad.example. 60 A 192.0.2.80
    answer www.postroad.example. 60 A 192.0.2.81
    @ toalias.postroad.example. TXT
    NOERROR AA
    answer q.alias.postroad.example. 600 CNAME www.postroad.example.
    answer toalias.postroad.example. 600 CNAME q.alias.postroad.example.
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ toapex.postroad.example. MX
    NOERROR AA
    answer postroad.example. 600 MX 10 mail.postroad.example.
    answer postroad.example. 600 MX 20 relay.elsewhere.example.
    answer toapex.postroad.example. 600 CNAME postroad.example.
    optional mail.postroad.example. 600 A 192.0.2.25
    @ toapex.postroad.example. NS
    NOERROR AA
    answer postroad.example. 600 NS ns1.postroad.example.
    answer postroad.example. 600 NS ns2.elsewhere.example.
    answer toapex.postroad.example. 600 CNAME postroad.example.
    additional ns1.postroad.example. 600 A 192.0.2.53
    additional ns1.postroad.example. 600 AAAA 2001:db8::53
    @ toapex.postroad.example. SOA
    NOERROR AA
    answer postroad.example. 600 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    answer toapex.postroad.example. 600 CNAME postroad.example.
    @ toapex.postroad.example. SRV
    NOERROR AA
    answer toapex.postroad.example. 600 CNAME postroad.example.
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ mixed.case.postroad.example. A
    NOERROR AA
    answer mixed.case.postroad.example. 600 CNAME www.postroad.example.
    answer www.postroad.example. 60 A 192.0.2.80
    answer www.postroad.example. 60 A 192.0.2.81
    @ loop.postroad.example. A
    NOERROR AA
    answer loop.postroad.example. 600 CNAME loop.postroad.example.
    @ loop.postroad.example. CNAME
    NOERROR AA
    answer loop.postroad.example. 600 CNAME loop.postroad.example.
    @ loop1.postroad.example. A
    NOERROR AA
    answer loop1.postroad.example. 600 CNAME loop2.postroad.example.
    answer loop2.postroad.example. 600 CNAME loop1.postroad.example.
    @ loop2.postroad.example. A
    NOERROR AA
    answer loop1.postroad.example. 600 CNAME loop2.postroad.example.
    answer loop2.postroad.example. 600 CNAME loop1.postroad.example.
    @ intoloop.postroad.example. A
    NOERROR AA
    answer intoloop.postroad.example. 600 CNAME loop1.postroad.example.
    answer loop1.postroad.example. 600 CNAME loop2.postroad.example.
    answer loop2.postroad.example. 600 CNAME loop1.postroad.example.
    @ loop.alias.wild.postroad.example. A
    NXDOMAIN AA
    answer loop.alias.wild.postroad.example. 600 CNAME x.loop.alias.wild.postroad.example.
    authority postroad.example. 300 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    @ elsewhere.example. A
    REFUSED
    @ example. NS
    REFUSED
    @ evilpostroad.example. A
    REFUSED
    @ www.evilpostroad.example. A
    REFUSED
    @ postroad.example.com. A
    REFUSED
    @ ns2.elsewhere.example. A
    REFUSED
    """##

  /// The records of authority.zone, as dnspython reads them.
  static let zone = ##"""
    postroad.example. 600 SOA ns1.postroad.example. warden.postroad.example. 2026110100 7200 900 1209600 300
    postroad.example. 600 NS ns1.postroad.example.
    postroad.example. 600 NS ns2.elsewhere.example.
    postroad.example. 600 A 192.0.2.1
    postroad.example. 600 AAAA 2001:db8::1
    postroad.example. 600 MX 10 mail.postroad.example.
    postroad.example. 600 MX 20 relay.elsewhere.example.
    postroad.example. 600 TXT "post road" "second string"
    ns1.postroad.example. 600 A 192.0.2.53
    ns1.postroad.example. 600 AAAA 2001:db8::53
    www.postroad.example. 60 A 192.0.2.80
    www.postroad.example. 60 A 192.0.2.81
    www.postroad.example. 60 AAAA 2001:db8::80
    mail.postroad.example. 600 A 192.0.2.25
    six.postroad.example. 600 AAAA 2001:db8::6
    text.postroad.example. 600 TXT "only text"
    80.rev.postroad.example. 600 PTR www.postroad.example.
    unknown.postroad.example. 600 TYPE65280 \# 3 01 02 03
    _mana._tcp.postroad.example. 600 SRV 0 5 4711 www.postroad.example.
    _mana._tcp.postroad.example. 600 SRV 1 0 4711 gate.north.postroad.example.
    _none._tcp.postroad.example. 600 SRV 0 0 0 .
    nomail.postroad.example. 600 MX 0 .
    deep.down.below.postroad.example. 600 A 192.0.2.7
    b.ent.postroad.example. 600 TXT "below an empty non-terminal"
    evilnorth.postroad.example. 600 A 192.0.2.66
    xwww.postroad.example. 600 A 192.0.2.67
    north.postroad.example. 600 NS ns.north.postroad.example.
    north.postroad.example. 600 NS ns1.postroad.example.
    ns.north.postroad.example. 600 A 192.0.2.54
    ns.north.postroad.example. 600 AAAA 2001:db8::54
    gate.north.postroad.example. 600 A 192.0.2.99
    south.postroad.example. 600 NS ns.north.postroad.example.
    south.postroad.example. 600 NS ns.south.postroad.example.
    ns.south.postroad.example. 600 A 192.0.2.55
    east.postroad.example. 600 NS ns.west.postroad.example.
    west.postroad.example. 600 NS ns.east.postroad.example.
    ns.east.postroad.example. 600 A 192.0.2.56
    ns.west.postroad.example. 600 AAAA 2001:db8::57
    far.postroad.example. 600 NS ns.elsewhere.example.
    lost.postroad.example. 600 NS ns.lost.postroad.example.
    a.long.way.postroad.example. 600 NS ns.a.long.way.postroad.example.
    ns.a.long.way.postroad.example. 600 A 192.0.2.58
    signed.postroad.example. 600 NS ns1.postroad.example.
    signed.postroad.example. 600 DS \# 24 ec 45 05 01 2b b1 83 af 5f 22 58 81 79 a5 3b 0a 98 63 1f ad 1a 29 21 18
    *.wild.postroad.example. 600 A 192.0.2.70
    *.wild.postroad.example. 600 MX 10 mail.postroad.example.
    known.wild.postroad.example. 600 TXT "is there"
    x.ent.wild.postroad.example. 600 TXT "below an empty non-terminal that is beside the star"
    below.*.star.postroad.example. 600 TXT "the star itself has no records"
    *.alias.postroad.example. 600 CNAME www.postroad.example.
    *.away.postroad.example. 600 CNAME host.elsewhere.example.
    *.sub.wild.postroad.example. 600 TXT "a star further down"
    north.wild.postroad.example. 600 NS ns1.postroad.example.
    road.postroad.example. 600 CNAME www.postroad.example.
    lane.postroad.example. 600 CNAME road.postroad.example.
    path.postroad.example. 600 CNAME lane.postroad.example.
    toent.postroad.example. 600 CNAME down.below.postroad.example.
    tonothing.postroad.example. 600 CNAME nowhere.postroad.example.
    tonothing2.postroad.example. 600 CNAME tonothing.postroad.example.
    todata.postroad.example. 600 CNAME text.postroad.example.
    toaway.postroad.example. 600 CNAME host.elsewhere.example.
    toaway2.postroad.example. 600 CNAME toaway.postroad.example.
    tocut.postroad.example. 600 CNAME gate.north.postroad.example.
    tocut2.postroad.example. 600 CNAME tocut.postroad.example.
    atcut.postroad.example. 600 CNAME north.postroad.example.
    towild.postroad.example. 600 CNAME a.wild.postroad.example.
    tostar.postroad.example. 600 CNAME *.wild.postroad.example.
    toblocked.postroad.example. 600 CNAME y.known.wild.postroad.example.
    toalias.postroad.example. 600 CNAME q.alias.postroad.example.
    toapex.postroad.example. 600 CNAME postroad.example.
    loop.postroad.example. 600 CNAME loop.postroad.example.
    loop1.postroad.example. 600 CNAME loop2.postroad.example.
    loop2.postroad.example. 600 CNAME loop1.postroad.example.
    intoloop.postroad.example. 600 CNAME loop1.postroad.example.
    loop.alias.wild.postroad.example. 600 CNAME x.loop.alias.wild.postroad.example.
    mixed.CASE.postroad.example. 600 CNAME WwW.postroad.example.
    """##
}
