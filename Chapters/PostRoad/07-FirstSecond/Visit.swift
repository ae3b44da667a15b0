/// The vocabulary of one visit to a site. Times and delays are in milliseconds, and a delay is one way: from the one to the other, not back.
public enum Visit {
  /// What a reader wants.
  public struct URL: Hashable, Sendable, CustomStringConvertible {
    /// Whether the scheme is https, and not http.
    public var isSecure: Bool
    /// In lower case.
    public var host: String
    public var path: String

    public init(_ host: String, _ path: String = "/", isSecure: Bool = true) {
      self.isSecure = isSecure
      self.host = host
      self.path = path
    }

    /// `https://www.postroad.example`: the scheme and the host.
    public var origin: String { "\(isSecure ? "https" : "http")://\(host)" }
    public var description: String { origin + path }
  }

  /// What the resolver answers.
  public struct Lookup: Hashable, Sendable {
    public var address: String
    /// For how many seconds the address may be kept; at least 0.
    public var ttl: Int64
    /// The delays between the resolver and the servers that it has asked for it, one after the other; none where it knew the answer.
    public var asked: [Int64]

    public init(_ address: String, ttl: Int64, asked: [Int64] = []) {
      self.address = address
      self.ttl = ttl
      self.asked = asked
    }
  }

  /// What is at an address.
  public struct Site: Hashable, Sendable {
    /// The delay between the reader and the site.
    public var delay: Int64
    /// The round trips of the TLS handshake before the request can be sent: 1 for TLS 1.3, 2 for TLS 1.2.
    public var handshake: Int64

    public init(delay: Int64, handshake: Int64 = 1) {
      self.delay = delay
      self.handshake = handshake
    }
  }

  /// What a site answers.
  public struct Reply: Hashable, Sendable {
    /// The delays between the one who asked and the one who was asked, for each question on the way to the response: site and shield, shield
    /// and origin. None where the site had it.
    public var asked: [Int64]
    /// The time between the first and the last octet.
    public var transfer: Int64
    /// For how long after the last octet the connection is kept open; 0 where it is closed at once.
    public var keepAlive: Int64

    public init(asked: [Int64] = [], transfer: Int64 = 0, keepAlive: Int64 = 0) {
      self.asked = asked
      self.transfer = transfer
      self.keepAlive = keepAlive
    }
  }

  /// When what happened, under the names that browsers give it.
  ///
  /// Source: W3C, [Resource Timing](https://www.w3.org/TR/resource-timing/).
  public struct Timeline: Hashable, Sendable {
    public var fetchStart: Int64
    public var domainLookupStart: Int64
    public var domainLookupEnd: Int64
    public var connectStart: Int64
    /// Nil where there is no TLS; the W3C's attribute is 0 then.
    public var secureConnectionStart: Int64?
    /// TLS is included.
    public var connectEnd: Int64
    public var requestStart: Int64
    public var responseStart: Int64
    public var responseEnd: Int64
    /// The messages of all who took part.
    public var messages = 0

    /// A visit that takes no time at all.
    public init(at now: Int64) {
      fetchStart = now
      domainLookupStart = now
      domainLookupEnd = now
      connectStart = now
      connectEnd = now
      requestStart = now
      responseStart = now
      responseEnd = now
    }
  }
}
