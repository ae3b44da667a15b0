import PostRoad

/// First decides what the answer is, as a value; then writes the reply in one place.
public func serve(
  _ query: DNS.Message, isAllowed: Bool, cached: (_ question: DNS.Question) throws -> Resolver.Answer?,
  resolve: (_ question: DNS.Question) throws -> Resolver.Answer
) throws -> DNS.Message? {
  if query.header.isResponse { return nil }
  let answer = try decide(query, isAllowed, cached, resolve)
  var header = DNS.Header()
  header.id = query.header.id
  header.isResponse = true
  header.opcode = query.header.opcode
  header.recursionDesired = query.header.recursionDesired
  header.recursionAvailable = isAllowed
  header.checkingDisabled = query.header.checkingDisabled
  header.responseCode = answer.code
  let authorities = [answer.soa].compactMap { $0 }
  return DNS.Message(
    header: header, questions: query.questions, answers: answer.records, authorities: authorities)
}

private func decide(
  _ query: DNS.Message, _ isAllowed: Bool, _ cached: (DNS.Question) throws -> Resolver.Answer?,
  _ resolve: (DNS.Question) throws -> Resolver.Answer
) throws -> Resolver.Answer {
  switch (query.header.opcode, query.questions.count, isAllowed) {
  case (.query, 1, true): break
  case (.query, 1, false): return Resolver.Answer(code: .refused)
  case (.query, _, _): return Resolver.Answer(code: .formatError)
  default: return Resolver.Answer(code: .notImplemented)
  }
  if let known = try cached(query.questions[0]) { return known }
  if !query.header.recursionDesired { return Resolver.Answer(code: .refused) }
  return (try? resolve(query.questions[0])) ?? Resolver.Answer(code: .serverFailure)
}
