/// Where two values differ first, and how: the field, the index or the byte. Nil where the values are small enough to see it.
func firstDifference(_ expected: some Any, _ actual: some Any) -> String? {
  difference(expected, actual, path: "")
}

private func difference(_ expected: Any, _ actual: Any, path: String) -> String? {
  if let expected = expected as? [UInt8], let actual = actual as? [UInt8] {
    return byteDifference(expected, actual, path: path)
  }
  if let expected = expected as? String, let actual = actual as? String {
    return textDifference(expected, actual, path: path)
  }
  let (one, other) = (Mirror(reflecting: expected), Mirror(reflecting: actual))
  let (left, right) = (Array(one.children), Array(other.children))
  switch one.displayStyle {
  case .struct, .tuple, .class:
    for (index, (a, b)) in zip(left, right).enumerated() {
      let label = a.label ?? "\(index)"
      if let found = difference(a.value, b.value, path: path.isEmpty ? label : "\(path).\(label)") {
        return found
      }
    }
    return nil
  case .collection:
    for (index, (a, b)) in zip(left, right).enumerated() {
      if let found = difference(a.value, b.value, path: "\(path)[\(index)]") { return found }
    }
    guard left.count != right.count else { return nil }
    return "\(path.isEmpty ? "" : path + " has ")\(right.count) elements, expected \(left.count)"
  case .optional:
    guard let a = left.first, let b = right.first else { break }
    return difference(a.value, b.value, path: path)
  default: break
  }
  let (wanted, got) = (describe(expected), describe(actual))
  guard wanted != got, !path.isEmpty else { return nil }
  guard max(wanted.count, got.count) > longest else { return "\(path) is \(got), expected \(wanted)" }
  // The lines of a long value would hide what differs.
  let (whole, found) = (Array(wanted.unicodeScalars), Array(got.unicodeScalars))
  let at = zip(whole, found).prefix { $0 == $1 }.count
  return "\(path), at character \(at): \(excerpt(found, around: at)), expected \(excerpt(whole, around: at))"
}

/// The row of sixteen with the first byte that differs, in both, with a mark below it: no wider than a report of 80 columns has room.
private func byteDifference(_ expected: [UInt8], _ actual: [UInt8], path: String) -> String? {
  guard expected != actual else { return nil }
  let at = zip(expected, actual).prefix { $0 == $1 }.count
  let start = at / 16 * 16
  func row(_ bytes: [UInt8]) -> String {
    start < bytes.count ? hex(Array(bytes[start..<min(start + 16, bytes.count)])) : "(ended)"
  }
  let place = "byte \(at)\(path.isEmpty ? "" : " of \(path)")"
  let counts = expected.count == actual.count ? "" : "; \(actual.count) bytes, expected \(expected.count)"
  let offset = hexDigits(UInt64(start), width: 4)
  return """
    at \(place)\(counts)
    \(offset)  expected \(row(expected))
    \(offset)  got      \(row(actual))
                   \(String(repeating: "   ", count: at - start))^^
    """
}

/// Characters that are shown on each side of a difference.
private let context = 24

private func textDifference(_ expected: String, _ actual: String, path: String) -> String? {
  guard expected != actual else { return nil }
  let (wanted, got) = (Array(expected.unicodeScalars), Array(actual.unicodeScalars))
  let at = zip(wanted, got).prefix { $0 == $1 }.count
  guard max(wanted.count, got.count) > 2 * context || !path.isEmpty else { return nil }
  let place = path.isEmpty ? "" : "\(path), "
  return
    "at \(place)character \(at): \(excerpt(got, around: at)), expected \(excerpt(wanted, around: at))"
}

/// What is around a place of a text, in quotes.
private func excerpt(_ scalars: [Unicode.Scalar], around place: Int) -> String {
  let (low, high) = (max(0, place - context), min(scalars.count, place + context))
  guard low < high else { return "(ended)" }
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars[low..<high])
  return (low > 0 ? "…" : "") + describe(String(view)) + (high < scalars.count ? "…" : "")
}

/// Characters of a value that are shown where what differs is shown besides.
private let longest = 400

func shorten(_ text: String, around difference: String?) -> String {
  difference == nil ? text : shorten(text, to: longest)
}

/// Characters of any part of a failure that are shown: some thirty lines of a terminal.
private let most = 2_000

func shorten(_ text: String, to length: Int = most) -> String {
  text.count > length ? "\(text.prefix(length)) …" : text
}
