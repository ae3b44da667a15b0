import PostRoad

/// Answer sections of replies to `www.postroad.example`, and what a stub resolver has to read in them. By the words of RFC 1034 §3.6.2
/// and §5.2.2; none of them was computed.
public struct AliasCase: Sendable {
  public let type: DNS.RecordType
  /// As `StubText.record(_:)` reads them.
  public let answers: [String]
  /// As `StubText.text(_:)` writes an answer.
  public let wanted: String
  public let rule: String

  private init(_ answers: [String], _ wanted: String, _ rule: String, type: DNS.RecordType = .a) {
    self.type = type
    self.answers = answers
    self.wanted = "NOERROR \(wanted)"
    self.rule = rule
  }

  private static let alias = "www.postroad.example 60 CNAME edge.example"
  private static let address = "edge.example 300 A 192.0.2.80"
  private static let nothing = "nothing for no time"

  public static let all: [AliasCase] = [
    AliasCase([alias, address], "192.0.2.80 for 60 s", "the alias has the lowest TTL"),
    AliasCase(
      [address, "www.postroad.example 600 CNAME edge.example"], "192.0.2.80 for 300 s", "in any order"),
    AliasCase(
      ["b.example 9 CNAME edge.example", address, "WWW.postroad.EXAMPLE 600 CNAME B.example"],
      "192.0.2.80 for 9 s", "two aliases, in any order and any case"),
    AliasCase(
      [
        "www.postroad.example 5 A 192.0.2.9", "www.postroad.example 7 A 192.0.2.1",
        "www.postroad.example 2 TXT x",
      ],
      "192.0.2.9 192.0.2.1 for 5 s", "all of the type, in the order of the reply"),
    AliasCase(
      ["www.postroad.example 9 A 192.0.2.7", alias, address], "192.0.2.80 for 60 s",
      "a name that is an alias has nothing else"),
    AliasCase(
      ["www.postroad.example 0 CNAME edge.example", address], "192.0.2.80 for 0 s", "0 is a TTL"),
    AliasCase(
      [alias, address, "x.example 1 CNAME edge.example", "y.example 2 A 192.0.2.1"], "192.0.2.80 for 60 s",
      "what does not lead there is not looked at"),
    AliasCase(
      [alias, address, "edge.example 70 AAAA 8"], "edge.example. 70 AAAA 8 for 60 s",
      "the type that was asked for",
      type: .aaaa),
    AliasCase(
      [alias, address], "www.postroad.example. 60 CNAME edge.example. for 60 s", "a CNAME that was asked for",
      type: .cname),
    AliasCase([], nothing, "nothing was answered"),
    AliasCase([address], nothing, "nothing leads to this name"),
    AliasCase([alias], nothing, "the chain ends without a record"),
    AliasCase([alias, "edge.example 60 CNAME www.postroad.example"], nothing, "a loop of two"),
    AliasCase(
      [
        alias, "edge.example 60 CNAME b.example", "b.example 60 CNAME EDGE.example",
        "edge.example 9 A 192.0.2.7",
      ],
      nothing, "a loop that does not come back to the beginning"),
    AliasCase(
      ["www.postroad.example 60 CNAME www.postroad.example", "www.postroad.example 9 A 192.0.2.7"], nothing,
      "an alias of itself"),
  ]
}
