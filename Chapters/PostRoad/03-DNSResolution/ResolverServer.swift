extension Resolver {
  /// The address of a server.
  public enum Address: Hashable, Sendable {
    case v4(DNS.IPv4Address)
    case v6(DNS.IPv6Address)
  }

  /// How a query travels.
  public enum Transport: Hashable, Sendable {
    case udp
    case tcp
  }

  /// Where a query is sent.
  public struct Server: Hashable, Sendable {
    /// Whom to ask.
    public var address: Address
    /// How to ask.
    public var transport: Transport

    /// A server that is asked over UDP unless you say otherwise.
    public init(_ address: Address, over transport: Transport = .udp) {
      self.address = address
      self.transport = transport
    }
  }

  /// What an exchange throws where no reply came: the server was silent, or could not be reached.
  public struct NoReply: Error, Hashable, Sendable {
    public init() {}
  }

  /// The network: sends a query to a server and returns its reply. It throws `NoReply` where none came.
  ///
  /// It chooses the ID of the query and looks only at replies that match it (exercise 1.12 of chapter 1).
  public typealias Exchange = (_ query: DNS.Message, _ server: Server) throws -> DNS.Message
}
