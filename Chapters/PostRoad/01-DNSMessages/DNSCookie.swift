extension DNS {
  /// The numbers of DNS cookies.
  ///
  /// Source: [RFC 7873 §4](https://www.rfc-editor.org/rfc/rfc7873#section-4) and
  /// [RFC 9018 §4](https://www.rfc-editor.org/rfc/rfc9018#section-4).
  public enum Cookie {
    /// The octets of a client cookie.
    public static let clientLength = 8  // RFC 7873 §4
    /// The octets of a server cookie: version, three reserved, four of time, eight of hash.
    public static let serverLength = 16  // RFC 9018 §4
    /// The version of the server cookie that RFC 9018 describes.
    public static let version: UInt8 = 1  // RFC 9018 §4.1
    /// Seconds that a server cookie is accepted after it was made.
    public static let lifetime: UInt32 = 3600  // RFC 9018 §4.3
    /// Seconds that it may come from the future: clocks differ.
    public static let allowedSkew: UInt32 = 300  // RFC 9018 §4.3
    /// Seconds after which the server sends a new one along.
    public static let renewalAge: UInt32 = 1800  // RFC 9018 §4.3
  }

  /// What a server thinks of the cookie that came with a query.
  public enum CookieVerdict: Hashable, Sendable {
    /// A client cookie alone: the client has not learned ours yet.
    case clientOnly
    /// Ours, and fresh.
    case valid
    /// Ours, but a new one should be sent along: it is old, or was made with an earlier secret.
    case renew
    /// Not ours, or too old, or not of our version: as good as none.
    case invalid
  }

  /// What is wrong with a cookie.
  public enum CookieError: Error, Hashable, Sendable {
    /// A client cookie to be answered has this many octets, not 8.
    case clientLength(Int)
    /// The option has this many octets: neither 8 nor 16 to 40. A server answers with FORMERR (RFC 7873 §5.2.2).
    case optionLength(Int)
  }
}
