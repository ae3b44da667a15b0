import PostRoad

/// Draws a word of 64 bits at a time and spends a bit of it for each letter.
public func mixCase(
  _ name: DNS.Name, using random: inout some RandomNumberGenerator
) throws -> DNS.Name {
  var bits: UInt64 = 0
  var left = 0
  var labels = name.labels
  for (row, label) in labels.enumerated() {
    for (column, octet) in label.enumerated() where isLetter(octet) {
      if left == 0 { (bits, left) = (random.next(), UInt64.bitWidth) }
      // A one turns the case over: that is as good as choosing it.
      if bits & 1 == 1 { labels[row][column] = octet ^ 0x20 }
      (bits, left) = (bits >> 1, left - 1)
    }
  }
  return DNS.Name(labels: labels)
}

private func isLetter(_ octet: UInt8) -> Bool {
  (0x41...0x5A).contains(octet) || (0x61...0x7A).contains(octet)
}

/// Lists all reasons against the reply, and returns the first that applies.
public func judgeReply(_ reply: DNS.Message, to query: DNS.Message) throws -> DNS.ReplyVerdict {
  let reasons: [(applies: Bool, verdict: DNS.ReplyVerdict)] = [
    (!reply.header.isResponse, .notAResponse),
    (reply.header.id != query.header.id, .otherID),
    (reply.header.opcode != query.header.opcode, .otherOpcode),
    (reply.questions != query.questions, .otherQuestion),
    (reply.questions.map(\.name.labels) != query.questions.map(\.name.labels), .otherCase),
  ]
  return reasons.first(where: \.applies)?.verdict ?? .matches
}
