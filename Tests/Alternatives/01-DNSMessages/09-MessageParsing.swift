import PostRoad

/// Reads all records into one list, and cuts the sections out of it when the whole message is read.
public func parseMessage(_ message: [UInt8]) throws -> DNS.Message {
  let header = try parseHeader(message)
  var offset = DNS.Header.length
  var questions: [DNS.Question] = []
  while questions.count < header.questionCount { questions.append(try readQuestion(message, at: &offset)) }

  let counts = [header.answerCount, header.authorityCount, header.additionalCount].map { Int($0) }
  var records: [DNS.ResourceRecord] = []
  while records.count < counts.reduce(0, +) {
    let head = try readRecordHead(message, at: &offset)
    let data = try readData(head, in: message)
    records.append(
      DNS.ResourceRecord(name: head.name, recordClass: head.recordClass, ttl: head.ttl, data: data))
  }
  if offset < message.count { throw DNS.MessageError.trailingBytes(at: offset) }
  return DNS.Message(
    header: header, questions: questions, answers: Array(records.prefix(counts[0])),
    authorities: Array(records.dropFirst(counts[0]).prefix(counts[1])),
    additionals: records.suffix(counts[2]))
}
