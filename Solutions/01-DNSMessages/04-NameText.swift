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
  // <write>
  // 1. The root is a dot with nothing before it.
  if text == "." { return .root }
  // 2. Where a label ends, it must have 1 to 63 octets.
  let octets = Array(text.utf8)
  var labels: [[UInt8]] = []
  var label: [UInt8] = []
  func endLabel() throws {
    guard !label.isEmpty else { throw DNS.NameError.emptyLabel }
    guard label.count <= DNS.Name.maximumLabelLength else { throw DNS.NameError.labelTooLong(label.count) }
    labels.append(label)
    label = []
  }
  // 3. Which dots end a label, and which are a part of one?
  var position = 0
  while position < octets.count {
    switch octets[position] {
    case UInt8(ascii: "."):
      try endLabel()
      position += 1
    case UInt8(ascii: "\\"):
      let (octet, length) = try unescape(octets, at: position)
      label.append(octet)
      position += length
    default:
      label.append(octets[position])
      position += 1
    }
  }
  // 4. Without a dot at the end, the end of the text ends the last label.
  if !label.isEmpty || labels.isEmpty { try endLabel() }
  // 5. On the wire each label has one octet more, and the root has one.
  let length = labels.reduce(1) { $0 + 1 + $1.count }
  guard length <= DNS.Name.maximumLength else { throw DNS.NameError.nameTooLong(length) }
  return DNS.Name(labels: labels)
  // </write>
}

// <declare>
// 6. An escape is a backslash and three digits, at most 255, or a backslash and anything that is no digit.
private func unescape(_ octets: [UInt8], at position: Int) throws -> (octet: UInt8, length: Int) {
  let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
  guard position + 1 < octets.count else { throw DNS.NameError.badEscape(at: position) }
  guard digits.contains(octets[position + 1]) else { return (octets[position + 1], 2) }
  let number = octets[(position + 1)...].prefix(3)
  guard number.count == 3, number.allSatisfy(digits.contains) else {
    throw DNS.NameError.badEscape(at: position)
  }
  let value = number.reduce(0) { $0 * 10 + Int($1 - digits.lowerBound) }
  guard value <= 255 else { throw DNS.NameError.badEscape(at: position) }
  return (UInt8(value), 4)
}
// </declare>

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
  // <write>
  // 7. The root has no label, and its dot all the same.
  if name.labels.isEmpty { return "." }
  // 8. A backslash before what has a meaning, three digits for what has no shape, the rest as it is.
  var text = ""
  for label in name.labels {
    for octet in label {
      let character = Character(UnicodeScalar(octet))
      switch octet {
      case _ where "\"$().;@\\".contains(character): text += "\\\(character)"
      case 0x21...0x7E: text.append(character)
      default:
        let digits = String(octet)
        text += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      }
    }
    text += "."
  }
  return text
  // </write>
}
