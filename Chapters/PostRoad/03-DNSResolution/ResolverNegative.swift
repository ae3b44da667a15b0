extension Resolver {
  /// What a cache knows about a question that has no answer.
  public enum Negative: Hashable, Sendable {
    /// NXDOMAIN: the name does not exist; the SOA record is that of the response, its TTL counted down.
    case nameError(DNS.ResourceRecord)
    /// NODATA: the name has no records of this type; the SOA record is that of the response, its TTL counted down.
    case noData(DNS.ResourceRecord)
    /// Nobody could be asked a moment ago.
    case failure
  }
}
