extension Resolver {
  /// What is believed of a response.
  public struct Accepted: Hashable, Sendable {
    /// What the response means, once everything else is left out.
    public var kind: ResponseKind
    /// The chain from the question: its aliases in order, then the records that were asked for.
    public var answers: [DNS.ResourceRecord]
    /// The NS records of a referral.
    public var nameServers: [DNS.ResourceRecord]
    /// The addresses of the servers of a referral.
    public var glue: [DNS.ResourceRecord]
    /// The SOA record of a negative answer.
    public var soa: DNS.ResourceRecord?

    /// What is left out is empty.
    public init(
      kind: ResponseKind, answers: [DNS.ResourceRecord] = [], nameServers: [DNS.ResourceRecord] = [],
      glue: [DNS.ResourceRecord] = [], soa: DNS.ResourceRecord? = nil
    ) {
      self.kind = kind
      self.answers = answers
      self.nameServers = nameServers
      self.glue = glue
      self.soa = soa
    }
  }
}
