extension DNS {
  /// A whole message: the header and four sections.
  ///
  /// Source: [RFC 1035 §4.1](https://www.rfc-editor.org/rfc/rfc1035#section-4.1).
  public struct Message: Hashable, Sendable {
    /// The header. Its counts are those of the message it was read from; a writer counts for itself.
    public var header: Header
    /// What is asked.
    public var questions: [Question]
    /// Records that answer.
    public var answers: [ResourceRecord]
    /// Records that point to an authority.
    public var authorities: [ResourceRecord]
    /// Records that help.
    public var additionals: [ResourceRecord]

    /// A message of these parts.
    public init(
      header: Header, questions: [Question] = [], answers: [ResourceRecord] = [],
      authorities: [ResourceRecord] = [], additionals: [ResourceRecord] = []
    ) {
      self.header = header
      self.questions = questions
      self.answers = answers
      self.authorities = authorities
      self.additionals = additionals
    }
  }
}
