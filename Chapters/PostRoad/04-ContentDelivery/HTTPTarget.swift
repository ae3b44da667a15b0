extension HTTP {
  /// The parts of a URI with the scheme `http` or `https`, each as it was written
  /// ([RFC 9110 §4.2](https://www.rfc-editor.org/rfc/rfc9110#section-4.2),
  /// [RFC 3986 appendix B](https://www.rfc-editor.org/rfc/rfc3986#appendix-B)).
  ///
  /// ```swift
  /// let target = try HTTP.Target("HTTPS://Postroad.example:/map?zoom=2#legend")
  /// (target.scheme, target.host, target.port, target.path, target.query)
  /// // ("HTTPS", "Postroad.example", "", "/map", "zoom=2")
  /// ```
  public struct Target: Hashable, Sendable {
    /// `http` or `https`, in any letter case.
    public var scheme: String
    /// Never empty; the brackets of `[2001:db8::1]` are a part of it.
    public var host: String
    /// What follows the colon after the host, digits or nothing; nil where there is no colon.
    public var port: String?
    /// Empty, or it begins with `/`.
    public var path: String
    /// What follows the first `?`; nil where there is none.
    public var query: String?

    /// Cuts a URI into its parts. The fragment, from the first `#` on, is left out.
    ///
    /// - Throws: `HTTP.TargetError.notHTTP(_:)` for another scheme or none, `HTTP.TargetError.badAuthority(_:)` where what follows
    ///   `//` is not a host with a port or without.
    public init(_ uri: String) throws {
      let bytes = Array(uri.utf8)
      let scheme = bytes.prefix { $0 != UInt8(ascii: ":") }
      self.scheme = String(decoding: scheme, as: UTF8.self)
      guard ["http", "https"].contains(lowercaseASCII(self.scheme)),
        bytes.dropFirst(scheme.count).starts(with: Array("://".utf8))
      else { throw TargetError.notHTTP(uri) }
      let rest = bytes.dropFirst(scheme.count + 3).prefix { $0 != UInt8(ascii: "#") }
      let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
      let path = rest.dropFirst(authority.count).prefix { $0 != UInt8(ascii: "?") }
      let query = rest.dropFirst(authority.count + path.count)
      self.path = String(decoding: path, as: UTF8.self)
      self.query = query.isEmpty ? nil : String(decoding: query.dropFirst(), as: UTF8.self)
      // A host in brackets ends with the bracket, another one with the first colon.
      let isBracketed = authority.first == UInt8(ascii: "[")
      let host =
        isBracketed
        ? authority.prefix { $0 != UInt8(ascii: "]") } + [UInt8(ascii: "]")]
        : authority.prefix { $0 != UInt8(ascii: ":") }
      let port = authority.dropFirst(host.count)
      guard authority.starts(with: host), host.count > (isBracketed ? 2 : 0),
        !host.contains(UInt8(ascii: "@")),
        port.isEmpty || port.first == UInt8(ascii: ":"),
        port.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
      else { throw TargetError.badAuthority(String(decoding: authority, as: UTF8.self)) }
      self.host = String(decoding: host, as: UTF8.self)
      self.port = port.isEmpty ? nil : String(decoding: port.dropFirst(), as: UTF8.self)
    }
  }

  /// Why a URI is no target of an HTTP request.
  public enum TargetError: Error, Hashable, Sendable {
    /// It does not begin with `http://` or `https://`.
    case notHTTP(String)
    /// What is between `//` and the path: not a host with a port of digits or without, or with a user before it.
    case badAuthority(String)
  }
}
