import PostRoad

/// A table of reasons in their order: the first that applies decides. Origins are walked to label by label, from the name up.
public func admit(_ query: DNS.Message, edns: DNS.EDNS?, origins: [DNS.Name]) throws -> DNS.Admission {
  if query.header.isResponse { return .ignored }
  let question = query.questions.first
  let reasons: [(Bool, DNS.ResponseCode)] = [
    (query.header.opcode.rawValue != 0, .notImplemented),
    (query.questions.count != 1, .formatError),
    ((edns?.version ?? 0) > 0, .badVersion),
    (question?.type == DNS.RecordType(rawValue: 252), .notImplemented),
    (question?.recordClass != .internet, .refused),
  ]
  if let (_, code) = reasons.first(where: \.0) { return .rejected(code) }
  var labels = question?.name.labels[...] ?? []
  while true {
    let name = DNS.Name(labels: Array(labels))
    if let index = origins.firstIndex(of: name) { return .admitted(origins[index]) }
    if labels.popFirst() == nil { return .rejected(.refused) }
  }
}

public func response(
  to query: DNS.Message, with reply: DNS.AuthorityReply, edns: DNS.EDNS?, payloadSize: UInt16
) throws -> DNS.Message {
  var message = DNS.Message(header: DNS.Header())
  message.header.id = query.header.id
  message.header.opcode = query.header.opcode
  message.header.isResponse = true
  message.header.recursionDesired = query.header.recursionDesired
  message.header.isAuthoritative = reply.isAuthoritative
  let (upper, lower) = reply.responseCode.rawValue.quotientAndRemainder(dividingBy: 16)
  message.header.responseCode = DNS.ResponseCode(rawValue: lower)
  if case let questions = query.questions, questions.count == 1 { message.questions = questions }
  (message.answers, message.authorities) = (reply.answers, reply.authorities)
  message.additionals =
    reply.additionals
    + [edns].compactMap { $0 }.map { edns in
      DNS.ResourceRecord(
        name: .root, recordClass: DNS.RecordClass(rawValue: payloadSize),
        ttl: UInt32(upper) * 0x100_0000 + (edns.dnssecOK ? 0x8000 : 0), data: .opaque(.opt, []))
    }
  return message
}
