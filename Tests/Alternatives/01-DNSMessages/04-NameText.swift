import PostRoad

/// Takes the octets one by one, without looking ahead: a state remembers what a backslash has begun.
public func parseName(_ text: String) throws -> DNS.Name {
  if text == "." { return .root }
  var reader = NameReader()
  for (offset, octet) in text.utf8.enumerated() { try reader.take(octet, at: offset) }
  return try reader.finish()
}

private struct NameReader {
  enum State {
    case plain
    case escape(at: Int)
    case number(Int, digits: Int, at: Int)
  }

  var state = State.plain
  var labels: [[UInt8]] = []
  var label: [UInt8] = []
  var length = 1

  mutating func take(_ octet: UInt8, at offset: Int) throws {
    let digit = (0x30...0x39).contains(octet) ? Int(octet) - 0x30 : nil
    switch (state, digit) {
    case (.plain, _) where octet == UInt8(ascii: "."): try endLabel()
    case (.plain, _) where octet == UInt8(ascii: "\\"): state = .escape(at: offset)
    case (.plain, _): label.append(octet)
    case (.escape(let start), let digit?): state = .number(digit, digits: 1, at: start)
    case (.escape, nil):
      label.append(octet)
      state = .plain
    case (.number(let value, let digits, let start), let digit?):
      let value = 10 * value + digit
      if digits < 2 {
        state = .number(value, digits: digits + 1, at: start)
        break
      }
      guard let octet = UInt8(exactly: value) else { throw DNS.NameError.badEscape(at: start) }
      label.append(octet)
      state = .plain
    case (.number(_, _, let start), nil): throw DNS.NameError.badEscape(at: start)
    }
  }

  mutating func endLabel() throws {
    if label.isEmpty { throw DNS.NameError.emptyLabel }
    if label.count > DNS.Name.maximumLabelLength { throw DNS.NameError.labelTooLong(label.count) }
    length += 1 + label.count
    labels.append(label)
    label = []
  }

  /// The end of the text ends a label that no dot has ended.
  mutating func finish() throws -> DNS.Name {
    switch state {
    case .plain: break
    case .escape(let start), .number(_, _, let start): throw DNS.NameError.badEscape(at: start)
    }
    if labels.isEmpty || !label.isEmpty { try endLabel() }
    guard length <= DNS.Name.maximumLength else { throw DNS.NameError.nameTooLong(length) }
    return DNS.Name(labels: labels)
  }
}

/// Looks each octet up in a table of 256 texts.
public func nameText(_ name: DNS.Name) throws -> String {
  guard !name.labels.isEmpty else { return "." }
  return name.labels.map { label in label.map { writtenOctets[Int($0)] }.joined() + "." }.joined()
}

private let writtenOctets: [String] = (0...UInt8.max).map { octet in
  let character = String(UnicodeScalar(octet))
  if "\"$().;@\\".contains(character) { return "\\" + character }
  // 1000 is added and its 1 removed: that leaves three digits with their leading zeros.
  return (0x21...0x7E).contains(octet) ? character : "\\" + String(1000 + Int(octet)).dropFirst()
}
