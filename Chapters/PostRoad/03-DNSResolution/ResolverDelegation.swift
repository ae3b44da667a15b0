extension Resolver {
  /// A zone whose servers can be asked, because their addresses are known.
  public struct Delegation: Hashable, Sendable {
    /// The name of the zone.
    public var zone: DNS.Name
    /// The addresses of its servers, in the order in which they are asked.
    public var addresses: [Address]

    /// A zone with the addresses of its servers.
    public init(zone: DNS.Name, addresses: [Address]) {
      self.zone = zone
      self.addresses = addresses
    }
  }

  /// What came of a walk through the zones: the last response, and whose servers sent it.
  public struct Finding: Hashable, Sendable {
    /// The zone whose server sent the response.
    public var zone: DNS.Name
    /// The response.
    public var response: DNS.Message

    /// A response of a zone's server.
    public init(zone: DNS.Name, response: DNS.Message) {
      self.zone = zone
      self.response = response
    }
  }

  /// Why a question has no answer.
  public enum ResolutionError: Error, Hashable, Sendable {
    /// No server of this zone gave a response that helps.
    case noServerHelped(zone: DNS.Name)
    /// The chain of aliases comes back to this name.
    case aliasLoop(DNS.Name)
    /// The chain of aliases has more links than this.
    case tooManyAliases(Int)
  }
}
