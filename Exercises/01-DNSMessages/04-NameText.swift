import PostRoad

/// Reads a name as people write it: labels with dots between them.
///
/// - Parameter text: `www.postroad.example`, with or without a dot at its end; `.` is the root. A backslash takes
///   the meaning from what follows: `\.` is a dot inside a label, `\` and three decimal digits are the octet of that
///   number. Every other Unicode scalar stands for its UTF-8 octets, white space and combining marks too: a dot with a
///   combining mark after it is a dot and a mark.
/// - Returns: the labels, their case as it was written.
/// - Throws: the first of these from left to right: `DNS.NameError.badEscape(at:)` with the backslash's offset among the
///   text's UTF-8 octets when nothing follows it, or a digit from 0 to 9 that is not the first of three, or a number over
///   255; where a label ends `DNS.NameError.emptyLabel` or, when it has more than
///   `DNS.Name.maximumLabelLength` octets, `DNS.NameError.labelTooLong(_:)` with their number. Only at the end of the
///   text `DNS.NameError.nameTooLong(_:)` with the octets that the name has on the wire when they are more than
///   `DNS.Name.maximumLength`. An empty text is an empty label.
///
/// Source: [RFC 1035 §5.1](https://www.rfc-editor.org/rfc/rfc1035#section-5.1) and
/// [RFC 4343 §2.1](https://www.rfc-editor.org/rfc/rfc4343#section-2.1).
public func parseName(_ text: String) throws -> DNS.Name {
  // TODO: 1. The root is a dot with nothing before it.
  // TODO: 2. Where a label ends, it must have 1 to 63 octets.
  // TODO: 3. Which dots end a label, and which are a part of one?
  // TODO: 4. Without a dot at the end, the end of the text ends the last label.
  // TODO: 5. On the wire each label has one octet more, and the root has one.
  throw NotStarted()
}

// TODO: 6. An escape is a backslash and three digits, at most 255, or a backslash and anything that is no digit.

/// Writes a name as people read it, so that `parseName` reads the same labels again.
///
/// - Parameter name: the name; its case is kept, and no limit is looked at.
/// - Returns: each label with a dot behind it; the root is `.`. A backslash stands before the characters that mean
///   something in a zone file, `" $ ( ) . ; @ \`. Every other octet from 0x21 to 0x7E is its ASCII character; what is left, the space
///   too, is a backslash and three decimal digits.
///
/// Source: [RFC 1035 §5.1](https://www.rfc-editor.org/rfc/rfc1035#section-5.1) and
/// [RFC 4343 §2.1](https://www.rfc-editor.org/rfc/rfc4343#section-2.1).
public func nameText(_ name: DNS.Name) throws -> String {
  // TODO: 7. The root has no label, and its dot all the same.
  // TODO: 8. A backslash before what has a meaning, three digits for what has no shape, the rest as it is.
  throw NotStarted()
}
