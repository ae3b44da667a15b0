import PostRoad

/// Decides whether a message is a query that one of the server's zones can answer.
///
/// - Parameters:
///   - query: the message as it came. Its records and its other flags are not looked at, nor are the counts of its header.
///   - edns: what its OPT record says; nil where it has none.
///   - origins: the origins of the zones that the server has, in any order.
/// - Returns: the first of these that applies:
///   - `ignored` where QR is set: a response is never answered, or two servers would talk for ever;
///   - `rejected` with NOTIMP for an opcode other than QUERY;
///   - with FORMERR for any number of questions but one: [RFC 9619 §4](https://www.rfc-editor.org/rfc/rfc9619#section-4) forbids more, and none
///     is refused by NSD and Knot, too;
///   - with BADVERS for an EDNS version above 0 ([RFC 6891 §6.1.3](https://www.rfc-editor.org/rfc/rfc6891#section-6.1.3));
///   - with NOTIMP for the type AXFR (252): zones are not handed out here;
///   - with REFUSED for a class other than IN;
///   - `admitted` with the longest origin that the question's name is at or below, as it is in `origins`;
///   - `rejected` with REFUSED where there is none.
public func admit(_ query: DNS.Message, edns: DNS.EDNS?, origins: [DNS.Name]) throws -> DNS.Admission {
  // <write>
  // 1. The order is the specification's.
  guard !query.header.isResponse else { return .ignored }
  guard query.header.opcode == .query else { return .rejected(.notImplemented) }
  guard query.questions.count == 1, let question = query.questions.first else {
    return .rejected(.formatError)
  }
  guard edns?.version ?? 0 == 0 else { return .rejected(.badVersion) }
  guard question.type.rawValue != 252 else { return .rejected(.notImplemented) }
  guard question.recordClass == .internet else { return .rejected(.refused) }
  // 2. Several zones may be above the name.
  let ours = try origins.filter { try isAtOrBelow(question.name, $0) }
  return ours.max { $0.labels.count < $1.labels.count }.map { .admitted($0) } ?? .rejected(.refused)
  // </write>
}

/// The whole response to a query.
///
/// - Parameters:
///   - query: the message as it came.
///   - reply: what the zone replied, or the code of a rejection.
///   - edns: what the query's OPT record says; nil where it has none.
///   - payloadSize: the octets that the server itself takes in one datagram.
/// - Returns: a message with the query's ID, opcode and RD, QR set, AA as in the reply, every other flag clear, and counts of zero; with the query's
///   question where there is exactly one, or else none; with the reply's sections. Where the query has EDNS, the additional section ends with an
///   OPT record: owner the root, class `payloadSize`, version 0, DO as in the query
///   ([RFC 3225 §3](https://www.rfc-editor.org/rfc/rfc3225#section-3)), no options. The header has the lower four bits of the response code, OPT
///   the upper eight; without EDNS these are lost.
///
/// Source: [RFC 1035 §4.1.1](https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1),
/// [RFC 6891 §6.1.3, §7](https://www.rfc-editor.org/rfc/rfc6891#section-6.1.3).
public func response(
  to query: DNS.Message, with reply: DNS.AuthorityReply, edns: DNS.EDNS?, payloadSize: UInt16
) throws -> DNS.Message {
  // <write>
  // 3. Little is copied from the query.
  let code = reply.responseCode.rawValue
  let header = DNS.Header(
    id: query.header.id, isResponse: true, opcode: query.header.opcode,
    isAuthoritative: reply.isAuthoritative,
    recursionDesired: query.header.recursionDesired, responseCode: DNS.ResponseCode(rawValue: code & 15))
  var message = DNS.Message(
    header: header, questions: query.questions.count == 1 ? query.questions : [], answers: reply.answers,
    authorities: reply.authorities, additionals: reply.additionals)
  // 4. Who speaks EDNS gets EDNS.
  if let edns {
    let flags: UInt32 = edns.dnssecOK ? 0x8000 : 0
    message.additionals.append(
      DNS.ResourceRecord(
        name: .root, recordClass: DNS.RecordClass(rawValue: payloadSize),
        ttl: UInt32(code >> 4) << 24 | flags,
        data: .opaque(.opt, [])))
  }
  return message
  // </write>
}
