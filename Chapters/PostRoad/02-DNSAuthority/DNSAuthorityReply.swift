extension DNS {
  /// What an authority decides about a question: everything in a response that does not come from the query.
  ///
  /// Source: [RFC 1034 §4.3.2](https://www.rfc-editor.org/rfc/rfc1034#section-4.3.2).
  public struct AuthorityReply: Hashable, Sendable {
    /// RCODE: how the query went.
    public var responseCode: ResponseCode
    /// AA: the server is an authority for the name that was asked.
    public var isAuthoritative: Bool
    /// The answer section.
    public var answers: [ResourceRecord]
    /// The authority section.
    public var authorities: [ResourceRecord]
    /// The additional section, without the OPT record.
    public var additionals: [ResourceRecord]

    /// A reply of these parts; what is left out is empty.
    public init(
      responseCode: ResponseCode = .noError, isAuthoritative: Bool = false, answers: [ResourceRecord] = [],
      authorities: [ResourceRecord] = [], additionals: [ResourceRecord] = []
    ) {
      self.responseCode = responseCode
      self.isAuthoritative = isAuthoritative
      self.answers = answers
      self.authorities = authorities
      self.additionals = additionals
    }
  }
}
