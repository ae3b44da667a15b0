extension Resolver {
  /// One place where a service is offered: the data of an SRV record.
  ///
  /// Source: [RFC 2782](https://www.rfc-editor.org/rfc/rfc2782).
  public struct Service: Hashable, Sendable {
    /// The lower one is tried first.
    public var priority: UInt16
    /// The share among the places of equal priority.
    public var weight: UInt16
    /// The port of the service.
    public var port: UInt16
    /// The host; the root where the service is decidedly not offered.
    public var target: DNS.Name

    /// A place where a service is offered.
    public init(priority: UInt16, weight: UInt16, port: UInt16, target: DNS.Name) {
      self.priority = priority
      self.weight = weight
      self.port = port
      self.target = target
    }
  }

  /// Why there is no place to try.
  public enum ServiceError: Error, Hashable, Sendable {
    /// The only record has the root as its target: the service is not offered at this name.
    case notOffered
    /// A number that was drawn is not in the range that was asked for.
    case drawOutside(ClosedRange<Int>, drawn: Int)
  }
}
