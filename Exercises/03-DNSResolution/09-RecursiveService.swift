import PostRoad

/// Answers a client, as a recursive server does.
///
/// The rules, in this order:
///
/// 1. A response (QR) gets no reply at all: nil.
/// 2. An opcode other than QUERY gets NOTIMP.
/// 3. A query that has not exactly one question gets FORMERR.
/// 4. A client that may not ask gets REFUSED.
/// 5. What `cached` returns is the answer, whether or not the client desires recursion (RD).
/// 6. Without RD nobody else is asked: REFUSED.
/// 7. What `resolve` returns is the answer. Whatever it throws becomes SERVFAIL.
///
/// A reply has the ID, the opcode, the RD and CD bits and the questions of the query. QR is set; RA is set when this client may ask. All
/// other bits are zero, AA among them: a resolver is no authority. An answer has its code, its records in the answer section, and its SOA
/// record, where there is one, in the authority section; every other reply has no records.
///
/// - Parameters:
///   - query: the message of the client.
///   - isAllowed: whether this client may ask.
///   - cached: finds an answer that is known already; it is called once by rule 5. What it throws is thrown.
///   - resolve: finds an answer anywhere; it is called once by rule 7.
/// - Returns: the reply, or nil. The counts of its header are not looked at.
///
/// Source: [RFC 1034 §4.3.1](https://www.rfc-editor.org/rfc/rfc1034#section-4.3.1),
/// [RFC 9619 §4](https://www.rfc-editor.org/rfc/rfc9619#section-4) (no more than one question).
public func serve(
  _ query: DNS.Message, isAllowed: Bool, cached: (_ question: DNS.Question) throws -> Resolver.Answer?,
  resolve: (_ question: DNS.Question) throws -> Resolver.Answer
) throws -> DNS.Message? {
  // TODO: 1. To whom is no reply sent?
  // TODO: 2. What is every reply like?
  // TODO: 3. What is refused, and with which code?
  // TODO: 4. Who knows the answer, and who may be asked?
  // TODO: 5. Put the answer where it belongs.
  throw NotStarted()
}
