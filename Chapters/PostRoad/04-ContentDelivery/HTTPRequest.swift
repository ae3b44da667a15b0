extension HTTP {
  /// A request as a cache sees it.
  public struct Request: Hashable, Sendable {
    /// Case-sensitive: `GET`.
    public var method: String
    /// The target URI, absolute: `https://postroad.example/map?zoom=2`
    /// ([RFC 9110 §7.1](https://www.rfc-editor.org/rfc/rfc9110#section-7.1)).
    public var uri: String
    public var fields: Fields

    public init(_ method: String, _ uri: String, _ fields: Fields = [:]) {
      self.method = method
      self.uri = uri
      self.fields = fields
    }
  }
}
