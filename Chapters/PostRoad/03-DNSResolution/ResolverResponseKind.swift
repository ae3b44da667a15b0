extension Resolver {
  /// What a response means to the resolver that asked.
  public enum ResponseKind: Hashable, Sendable {
    /// The records that were asked for are in the answer section.
    case answer
    /// The name is an alias. The last name of the chain is this one, and the response says nothing about it.
    case alias(DNS.Name)
    /// NXDOMAIN: this name does not exist. It is the last name of the chain of aliases.
    case nameError(DNS.Name)
    /// NODATA: this name exists, but not with the type that was asked for.
    case noData(DNS.Name)
    /// The servers of this zone, which is nearer to the question, know more.
    case referral(DNS.Name)
    /// The server sends us back to this zone, which is its own or above it.
    case upwardReferral(DNS.Name)
    /// The server knows nothing of the question, and nobody nearer to it.
    case lame
    /// The server failed, or refused: neither NOERROR nor NXDOMAIN.
    case failure(DNS.ResponseCode)
  }
}
