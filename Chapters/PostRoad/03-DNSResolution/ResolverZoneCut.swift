extension Resolver {
  /// A zone and the names of its servers: where one authority ends and the next one begins.
  ///
  /// Source: [RFC 1034 §4.2](https://www.rfc-editor.org/rfc/rfc1034#section-4.2).
  public struct ZoneCut: Hashable, Sendable {
    /// The name of the zone: the owner of its NS records.
    public var zone: DNS.Name
    /// The names in its NS records.
    public var nameServers: [DNS.Name]

    /// A cut at this name.
    public init(zone: DNS.Name, nameServers: [DNS.Name]) {
      self.zone = zone
      self.nameServers = nameServers
    }
  }
}
