import PostRoad

/// Reads one label and leaves the rest of the name to a call of the same function; the offset moves when the last
/// call has returned.
public func readLabels(_ message: [UInt8], at offset: inout Int) throws -> DNS.Name {
  let (labels, end) = try rest(of: message, at: offset, used: 1)
  offset = end
  return DNS.Name(labels: labels)
}

/// The labels from `position` on, when the name has `used` octets without them.
private func rest(of message: [UInt8], at position: Int, used: Int) throws -> (labels: [[UInt8]], end: Int) {
  guard position < message.count else { throw DNS.MessageError.truncated(at: message.count) }
  let count = Int(message[position])
  if count >= 0b1100_0000 { throw DNS.NameError.unexpectedPointer(at: position) }
  if count >= 0b0100_0000 { throw DNS.NameError.reservedLabelType(at: position) }
  if count == 0 { return ([], position + 1) }
  let label = Array(message[(position + 1)...].prefix(count))
  guard label.count == count else { throw DNS.MessageError.truncated(at: message.count) }
  let total = used + 1 + count
  guard total <= DNS.Name.maximumLength else { throw DNS.NameError.tooLong(at: position) }
  let (others, end) = try rest(of: message, at: position + 1 + count, used: total)
  return ([label] + others, end)
}

/// Checks all labels before it writes one, then puts each before what is there already, the last one first.
public func writeLabels(_ name: DNS.Name) throws -> [UInt8] {
  if let wrong = name.labels.first(where: { !(1...DNS.Name.maximumLabelLength).contains($0.count) }) {
    throw wrong.isEmpty ? DNS.NameError.emptyLabel : .labelTooLong(wrong.count)
  }
  let length = name.labels.map(\.count).reduce(1 + name.labels.count, +)
  guard length <= DNS.Name.maximumLength else { throw DNS.NameError.nameTooLong(length) }
  return name.labels.reversed().reduce([0]) { rest, label in [UInt8(label.count)] + label + rest }
}
