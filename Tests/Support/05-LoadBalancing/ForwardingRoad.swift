import PostRoad

/// A way through proxies, built from the client on, to check against what is read back from its end: nothing is parsed.
public struct ForwardingRoad: Sendable {
  /// Who really sent the request.
  public let client: String
  /// What the client wrote into X-Forwarded-For itself: anything.
  public let claims: [String]
  /// The proxies that it came through, the first one first.
  public let proxies: [String]
  /// What X-Forwarded-For holds at the end, as one field or several.
  public let fields: [String]

  /// The addresses of our own proxies.
  public static let ours = ["198.51.100.1", "198.51.100.2", "2001:db8:1::1", "198.51.100.10"]
  private static let clients = ["192.0.2.1", "192.0.2.11", "2001:db8::7", "198.51.100.11"]
  private static let lies = ours + clients + ["203.0.113.9", "unknown", "", "10.0.0.1"]

  /// A client that may lie, then up to three proxies of ours, each of which adds whom it sees.
  public init(using random: inout SeededRandom) {
    client = Self.clients.randomElement(using: &random)!
    claims = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      Self.lies.randomElement(using: &random)!
    }
    proxies = Array(Self.ours.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)))
    var fields = claims.isEmpty ? [] : [claims.joined(separator: ", ")]
    for seen in ([client] + proxies).prefix(proxies.count) {
      if fields.isEmpty || Bool.random(using: &random) {
        fields.append(seen)
      } else {
        fields[fields.count - 1] += ", " + seen
      }
    }
    self.fields = fields
  }

  /// Who stands at the other end of the last connection.
  public var peer: String { proxies.last ?? client }

  /// The way in words.
  public var story: String {
    let claim = claims.isEmpty ? "claims nothing" : "claims \(claims.joined(separator: ", "))"
    return (["\(client) \(claim)"] + proxies.map { "through \($0)" }).joined(separator: "\n")
  }
}
