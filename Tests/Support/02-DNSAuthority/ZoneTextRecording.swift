// Recorded by Tests/Support/Recording/zone-text.py: not typed by hand.

/// A zone file in every way that RFC 1035 §5.1 allows, and the records that BIND 9.18 and NSD 4.6.1 read in it.
public enum ZoneTextRecording {
  public static let text = ##"""
    ; Every way of RFC 1035 §5.1 to write a record that BIND and NSD read alike.
    $TTL 600
    @		IN	SOA	ns1 warden\.of.the.tower (	; the dot is escaped
    		7 7200	; serial, refresh
    		900;retry
    		1209600 300
    		)
    	NS	ns1
    	NS	ns2.elsewhere.example.
     60	IN MX	10 ns1
    	IN 61	TXT	"class first"
    ns1	A	192.0.2.53
    	30 AAAA	2001:DB8:0:0::53

    $ORIGIN north.postroad.example.
    	TXT	"the owner is still ns1"
    www	A	192.0.2.80
    @	MX	10 @
    	MX	20 mail
    	MX	0 .
    	A	192.0.2.81
    mail	A	192.0.2.82
    $TTL 0
    in	A	192.0.2.1
    a	A	192.0.2.2
    60	A	192.0.2.3
    $ORIGIN example.
    txt.postroad	TXT	"v=DKIM1; k=rsa" plain "" "say \"yes\" (\; no)" back\\slash \065\066C
    	TXT	( "over"
    	"two lines" )
    esc\.aped.postroad TXT "one label with a dot"
    \042.postroad	3600 CNAME	*.postroad
    _mana._tcp.postroad	SRV	0 65535 4711 WWW.north.postroad
    80.rev.postroad	PTR	www.north.postroad.example.
    unknown.postroad TYPE65280 \# 3 0102 0A
    	TYPE65281 \# 0
    	TYPE731 \# 6 abcdef (
    	01 23 45 )
    """##

  /// In the form of `DNS.ResourceRecord.zoneLine`, sorted.
  public static let records = ##"""
    *.postroad.example. 3600 CNAME *.postroad.example.
    60.north.postroad.example. 0 A 192.0.2.3
    80.rev.postroad.example. 0 PTR www.north.postroad.example.
    _mana._tcp.postroad.example. 0 SRV 0 65535 4711 WWW.north.postroad.example.
    a.north.postroad.example. 0 A 192.0.2.2
    esc\046aped.postroad.example. 0 TXT "one label with a dot"
    in.north.postroad.example. 0 A 192.0.2.1
    mail.north.postroad.example. 600 A 192.0.2.82
    north.postroad.example. 600 A 192.0.2.81
    north.postroad.example. 600 MX 0 .
    north.postroad.example. 600 MX 10 north.postroad.example.
    north.postroad.example. 600 MX 20 mail.north.postroad.example.
    ns1.postroad.example. 30 AAAA 2001:db8::53
    ns1.postroad.example. 600 A 192.0.2.53
    ns1.postroad.example. 600 TXT "the owner is still ns1"
    postroad.example. 60 MX 10 ns1.postroad.example.
    postroad.example. 600 NS ns1.postroad.example.
    postroad.example. 600 NS ns2.elsewhere.example.
    postroad.example. 600 SOA ns1.postroad.example. warden\046of.the.tower.postroad.example. 7 7200 900 1209600 300
    postroad.example. 61 TXT "class first"
    txt.postroad.example. 0 TXT "over" "two lines"
    txt.postroad.example. 0 TXT "v=DKIM1; k=rsa" "plain" "" "say \034yes\034 (; no)" "back\092slash" "ABC"
    unknown.postroad.example. 0 TYPE65280 \# 3 01 02 0a
    unknown.postroad.example. 0 TYPE65281 \# 0
    unknown.postroad.example. 0 TYPE731 \# 6 ab cd ef 01 23 45
    www.north.postroad.example. 600 A 192.0.2.80
    """##
}
