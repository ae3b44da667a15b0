import PostRoad

/// Writes a name at the end of a message, with a pointer in place of the longest part that stands in the message already.
///
/// - Parameters:
///   - name: the name; what is written of it keeps its case.
///   - message: what is written so far, from the header's first byte; afterwards the name stands behind it.
///   - offsets: for every name that a pointer may lead to, where it begins; afterwards with those that were written now:
///     the name, and each shorter one that is left when labels are taken away from its front, as far as its labels were
///     written. A name that is in it already keeps its place, and so does every other. The root is never added, and nothing after
///     offset 0x3FFF, the last that the fourteen bits of a pointer can hold.
/// - Throws: what `writeLabels` throws for this name; then `message` and `offsets` are what they were.
///
/// Names are looked up in `offsets` as `DNS.Name` compares them, without ASCII case.
///
/// Source: [RFC 1035 §4.1.4](https://www.rfc-editor.org/rfc/rfc1035#section-4.1.4).
public func writeName(
  _ name: DNS.Name, to message: inout [UInt8], offsets: inout [DNS.Name: Int]
) throws {
  // TODO: 1. A name that cannot be written in full cannot be written at all.
  // TODO: 2. The longest part that is known becomes a pointer, and that is the end. What is before it is written, and noted if a
  // pointer can lead to it.
  // TODO: 3. The root is one octet, a pointer would be two.
  throw NotStarted()
}
