extension Resolver {
  /// The most aliases that are followed for one question. No RFC sets a number; resolvers in use stop at about a dozen.
  public static let maximumAliases = 12

  /// What a question comes to in the end.
  public struct Answer: Hashable, Sendable {
    /// NOERROR, or NXDOMAIN when the last name does not exist.
    public var code: DNS.ResponseCode
    /// The aliases in the order of the chain, then the records that were asked for. Without any of the latter it is a negative answer.
    public var records: [DNS.ResourceRecord]
    /// The SOA record of a negative answer, where there was one.
    public var soa: DNS.ResourceRecord?

    /// An answer; what is left out is an empty one.
    public init(
      code: DNS.ResponseCode = .noError, records: [DNS.ResourceRecord] = [], soa: DNS.ResourceRecord? = nil
    ) {
      self.code = code
      self.records = records
      self.soa = soa
    }
  }
}
