import PostRoad

/// Reads a name whose end may stand elsewhere in the message: a pointer says where.
///
///     +--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+
///     | 1  1|                OFFSET                   |  from the first byte of the message
///     +--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+
///
/// Labels are read as `readLabels` reads them. A pointer takes the place of the labels that are left, and ends the
/// name where it stands; what it leads to may end in a pointer again.
///
/// - Parameters:
///   - message: the whole message.
///   - offset: where the name begins, 0 or more, perhaps past the end of the message; afterwards where reading goes
///     on, the offset of the byte after the root or after the first pointer. It keeps its value when an error is thrown.
/// - Returns: all labels, in the order in which they are met.
/// - Throws: the first of these that reading meets: `DNS.MessageError.truncated(at:)` with the message's length when a
///   label or a pointer is not there in full; `DNS.NameError.reservedLabelType(at:)` when the two high bits are 01 or
///   10; `DNS.NameError.pointerNotBackwards(at:target:)` when a pointer does not lead before the place where the labels
///   that it ends began (the start of the name, or the target of the pointer before), so every name comes to an
///   end; `DNS.NameError.tooManyPointers(at:)` with the offset of the pointer that is one more than
///   `DNS.Name.maximumPointers`; `DNS.NameError.tooLong(at:)` with the offset of the label with which the whole name has
///   more than `DNS.Name.maximumLength` octets when written in full. A pointer that leads forward does so however many
///   there were before it, and a label that is not there in full is truncated, however long the name would be with it.
///
/// Source: [RFC 1035 §4.1.4](https://www.rfc-editor.org/rfc/rfc1035#section-4.1.4) and
/// [RFC 9267 §2](https://www.rfc-editor.org/rfc/rfc9267#section-2).
public func readName(_ message: [UInt8], at offset: inout Int) throws -> DNS.Name {
  // TODO: 1. A pointer takes you elsewhere: what do you have to remember about the place that you leave?
  // TODO: 2. A label, or the root: what readLabels does. The root ends the name.
  // TODO: 3. A pointer has two octets, leads before the labels that it ends, and is one of 127 at most.
  // TODO: 4. Only the first pointer says where reading goes on.
  throw NotStarted()
}
