/// What arrived behind a balancer that sends PROXY headers, recorded by `Recording/proxy-headers.py`: the header, then
/// the client's first bytes, `GET /`; a health check has none.
public enum ProxyHeaders {
  /// Who sent it and how, and the bytes.
  public static let recorded = [
    (
      "HAProxy 2.6.12, send-proxy, IPv4",
      """
      50524f58592054435034203139322e302e322e3130203139382e35312e3130302e323020
      3531323334203434330d0a474554202f
      """
    ),
    (
      "HAProxy 2.6.12, send-proxy, IPv6",
      """
      50524f5859205443503620323030313a6462383a3a313020323030313a6462383a313a3a
      3230203531323334203434330d0a474554202f
      """
    ),
    (
      "HAProxy 2.6.12, send-proxy, an unknown family",
      """
      50524f58592054435034203132372e302e302e31203132372e302e302e31203432343132
      2031353538310d0a474554202f
      """
    ),
    (
      "HAProxy 2.6.12, send-proxy-v2, IPv4",
      """
      0d0a0d0a000d0a515549540a2111000cc000020ac6336414c82201bb474554202f
      """
    ),
    (
      "HAProxy 2.6.12, send-proxy-v2, IPv6",
      """
      0d0a0d0a000d0a515549540a2121002420010db800000000000000000000001020010db8
      000100000000000000000020c82201bb474554202f
      """
    ),
    (
      "HAProxy 2.6.12, send-proxy-v2, an unknown family",
      """
      0d0a0d0a000d0a515549540a2111000c7f0000017f00000195543cde474554202f
      """
    ),
    (
      "HAProxy 2.6.12, v2, crc32c and unique-id, IPv4",
      """
      0d0a0d0a000d0a515549540a2111001fc000020ac6336414c82201bb0300043dbaeeaa05
      0009706f73742d726f6164474554202f
      """
    ),
    (
      "HAProxy 2.6.12, v2, crc32c and unique-id, IPv6",
      """
      0d0a0d0a000d0a515549540a2121003720010db800000000000000000000001020010db8
      000100000000000000000020c82201bb030004e731c77f050009706f73742d726f616447
      4554202f
      """
    ),
    (
      "HAProxy 2.6.12, v2, crc32c and unique-id, an unknown family",
      """
      0d0a0d0a000d0a515549540a2111001f7f0000017f000001c7143cdf03000420101ec605
      0009706f73742d726f6164474554202f
      """
    ),
    (
      "HAProxy 2.6.12, send-proxy-v2, a health check",
      """
      0d0a0d0a000d0a515549540a20000000
      """
    ),
    (
      "HAProxy 2.6.12, send-proxy, a health check",
      """
      50524f58592054435034203132372e302e302e31203132372e302e302e31332033323737
      382031353538300d0a
      """
    ),
    (
      "nginx 1.22.1, proxy_protocol, IPv4",
      """
      50524f58592054435034203139322e302e322e3130203132372e302e302e312035313233
      342031353538360d0a474554202f
      """
    ),
    (
      "nginx 1.22.1, proxy_protocol, IPv6",
      """
      50524f5859205443503620323030313a6462383a3a3130203132372e302e302e31203531
      3233342031353538360d0a474554202f
      """
    ),
    (
      "nginx 1.22.1, proxy_protocol, an unknown family",
      """
      50524f58592054435034203132372e302e302e31203132372e302e302e31203535343536
      2031353538360d0a474554202f
      """
    ),
  ]
}
