import PostRoad

/// Reads a name piece by piece: a piece is the labels up to the root or a pointer, and what a pointer leads to is read
/// by a call of the same function.
public func readName(_ message: [UInt8], at offset: inout Int) throws -> DNS.Name {
  let whole = try piece(of: message, at: offset, used: 1, pointers: 0)
  offset = whole.end
  return DNS.Name(labels: whole.labels)
}

/// The labels from `start` on with all that they lead to, and where this piece of them ends.
private func piece(
  of message: [UInt8], at start: Int, used: Int, pointers: Int
) throws -> (labels: [[UInt8]], end: Int) {
  var rest = message.dropFirst(start)
  var labels: [[UInt8]] = []
  var used = used
  while let first = rest.popFirst() {
    let position = rest.startIndex - 1
    if first == 0 { return (labels, rest.startIndex) }
    if first >= 0b1100_0000 {
      guard let low = rest.first else { break }
      let target = Int(first - 0b1100_0000) * 256 + Int(low)
      if target >= start { throw DNS.NameError.pointerNotBackwards(at: position, target: target) }
      if pointers == DNS.Name.maximumPointers { throw DNS.NameError.tooManyPointers(at: position) }
      let others = try piece(of: message, at: target, used: used, pointers: pointers + 1)
      return (labels + others.labels, position + 2)
    }
    if first >= 0b0100_0000 { throw DNS.NameError.reservedLabelType(at: position) }
    guard rest.count >= first else { break }
    used += 1 + Int(first)
    if used > DNS.Name.maximumLength { throw DNS.NameError.tooLong(at: position) }
    labels.append(Array(rest.prefix(Int(first))))
    rest = rest.dropFirst(Int(first))
  }
  throw DNS.MessageError.truncated(at: message.count)
}
