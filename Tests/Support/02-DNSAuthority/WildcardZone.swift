import PostRoad

/// The zone of RFC 4592 §2.2.1, whose SOA and SRV data the RFC leaves out.
public let wildcardZone = zoneRecords(
  """
  @ 3600 SOA ns.example.com. hostmaster.example.com. 1 3600 600 86400 300
  @ 3600 NS ns.example.com.
  @ 3600 NS ns.example.net.
  * 3600 TXT "this is a wildcard"
  * 3600 MX 10 host1
  sub.* 3600 TXT "this is not a wildcard"
  host1 3600 A 192.0.2.1
  _ssh._tcp.host1 3600 SRV 0 0 22 host1
  _ssh._tcp.host2 3600 SRV 0 0 22 host2
  subdel 3600 NS ns.example.com.
  subdel 3600 NS ns.example.net.
  """, origin: "example")
