import PostRoad

/// Reads a name that is written out in full, label after label.
///
///     +--+--+--+--+--+--+--+--+
///     | 0  0|     length      |  one octet, then as many as it says; length 0 is the root and ends the name
///     +--+--+--+--+--+--+--+--+
///
/// - Parameters:
///   - message: the whole message.
///   - offset: where the name begins, 0 or more, perhaps past the end of the message; afterwards where reading goes
///     on, the offset of the byte after the name. It keeps its value when an error is thrown.
/// - Returns: the labels as they came, without the root's.
/// - Throws: the first of these that reading from left to right meets, label by label:
///   `DNS.MessageError.truncated(at:)` with the message's length when the message ends before the name does;
///   `DNS.NameError.unexpectedPointer(at:)` for a length octet whose two high bits are 11;
///   `DNS.NameError.reservedLabelType(at:)` for one whose two high bits are 01 or 10;
///   `DNS.NameError.tooLong(at:)` with the offset of the label with which the name, the root's octet counted, has
///   more than `DNS.Name.maximumLength` octets on the wire. A label that is not there in full is truncated, however
///   long the name would be with it.
///
/// Source: [RFC 1035 §3.1](https://www.rfc-editor.org/rfc/rfc1035#section-3.1) and
/// [§4.1.4](https://www.rfc-editor.org/rfc/rfc1035#section-4.1.4).
public func readLabels(_ message: [UInt8], at offset: inout Int) throws -> DNS.Name {
  // <write>
  // 1. Two things grow while you read: the labels, and the octets that the name has on the wire.
  var labels: [[UInt8]] = []
  var length = 1
  var position = offset
  // 2. There must be a length octet, and its two high bits must be 00. A zero is the root and ends the name: reading
  // goes on behind it.
  // 3. A label must be there in full; then the name must not become too long with it.
  while true {
    guard position < message.count else { throw DNS.MessageError.truncated(at: message.count) }
    let octet = message[position]
    switch octet >> 6 {
    case 0b00: break
    case 0b11: throw DNS.NameError.unexpectedPointer(at: position)
    default: throw DNS.NameError.reservedLabelType(at: position)
    }
    let next = position + 1 + Int(octet)
    if octet == 0 {
      offset = next
      return DNS.Name(labels: labels)
    }
    guard next <= message.count else { throw DNS.MessageError.truncated(at: message.count) }
    length += 1 + Int(octet)
    guard length <= DNS.Name.maximumLength else { throw DNS.NameError.tooLong(at: position) }
    labels.append(Array(message[(position + 1)..<next]))
    position = next
  }
  // </write>
}

/// Writes a name in full, label after label.
///
/// - Parameter name: the name; its octets are written as they are.
/// - Returns: what `readLabels` reads: each label behind its length, the root's 0 at the end.
/// - Throws: for the first label that is wrong `DNS.NameError.emptyLabel`, or `DNS.NameError.labelTooLong(_:)` with
///   its number of octets when it has more than `DNS.Name.maximumLabelLength`; where all labels are right,
///   `DNS.NameError.nameTooLong(_:)` with the number of all octets, the root's counted, when it is over
///   `DNS.Name.maximumLength`.
///
/// Source: [RFC 1035 §3.1](https://www.rfc-editor.org/rfc/rfc1035#section-3.1).
public func writeLabels(_ name: DNS.Name) throws -> [UInt8] {
  // <write>
  // 4. A length has six bits, and 0 is the root: which labels can be written?
  var bytes: [UInt8] = []
  for label in name.labels {
    guard !label.isEmpty else { throw DNS.NameError.emptyLabel }
    guard label.count <= DNS.Name.maximumLabelLength else { throw DNS.NameError.labelTooLong(label.count) }
    bytes.append(UInt8(label.count))
    bytes += label
  }
  // 5. The root ends the name, and counts in its length.
  bytes.append(0)
  guard bytes.count <= DNS.Name.maximumLength else { throw DNS.NameError.nameTooLong(bytes.count) }
  return bytes
  // </write>
}
