import PostRoad

/// The octets that a Range field asks for.
///
/// The field is `bytes=` and a list of ranges with commas between them. The unit has no letter case. Around each range there may be
/// spaces and tabs, and empty elements of the list are skipped. A range is one of these, in digits alone:
///
/// | range | octets |
/// |---|---|
/// | `first-last` | from offset `first` to offset `last`, or to the end where `last` is beyond it |
/// | `first-` | from offset `first` to the end |
/// | `-count` | the last `count`, or all where there are fewer |
///
/// A range that begins at or after the end has no octets and is left out, and so is `-0`. A number that an `Int` cannot hold is `Int.max`.
///
/// - Parameters:
///   - value: the value of the field.
///   - length: the octets of the representation: 0 or more.
/// - Returns: `.whole` for another unit, for an element that is no range, for a `last` below its `first`, or without any range; and for an
///   empty representation when one of the ranges is `-count` with a count above 0. Otherwise `.parts` with the ranges that are left, in
///   their order, or `.unsatisfiable` when none is.
///
/// Source: [RFC 9110 §14.1.2](https://www.rfc-editor.org/rfc/rfc9110#section-14.1.2), §14.2.
public func byteRanges(_ value: String, length: Int) throws -> HTTP.RangeSelection {
  // <write>
  // 1. One unit is known here.
  guard HTTP.lowercaseASCII(String(value.prefix(6))) == "bytes=" else { return .whole }
  let elements = HTTP.tokens(in: String(value.dropFirst(6)))
  guard !elements.isEmpty else { return .whole }
  // 2. One bad range, and the whole field counts for nothing.
  // 3. An empty representation has no octets to name, and a range may reach beyond both ends.
  var parts: [ClosedRange<Int>] = []
  for element in elements {
    let ends = element.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, ends.contains(where: { !$0.isEmpty }), let first = number(ends[0]),
      let last = number(ends[1])
    else { return .whole }
    if ends[0].isEmpty {
      guard last > 0 else { continue }
      guard length > 0 else { return .whole }
      parts.append(max(0, length - last)...(length - 1))
    } else {
      guard ends[1].isEmpty || first <= last else { return .whole }
      if first < length { parts.append(first...(ends[1].isEmpty ? length - 1 : min(last, length - 1))) }
    }
  }
  return parts.isEmpty ? .unsatisfiable : .parts(parts)
  // </write>
}

// <declare>
// 4. Digits alone; none at all are 0.
private func number(_ digits: Substring) -> Int? {
  guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
  return digits.isEmpty ? 0 : Int(digits) ?? .max
}

// 5. Whether the client's part belongs to what is stored.
private func isCurrent(_ validator: String, _ fields: HTTP.Fields) -> Bool {
  if validator.contains("\"") {
    return !validator.hasPrefix("W/") && validator == fields.first("ETag")
  }
  guard let modified = fields.first("Last-Modified"), let date = fields.first("Date") else { return false }
  return validator == modified && date != modified
}
// </declare>

/// Answers a request with the part that it asks for, cut out of the whole response.
///
/// The response comes back unchanged, unless all of this is true: the method is `GET`, the status is 200, the request has one Range line,
/// `byteRanges` does not say `.whole`, and there is no If-Range, or the first If-Range line names what is in the response:
///
/// - With a `"` in it it is an entity tag, and has to be the ETag. A weak one never is.
/// - Otherwise it is a date, and has to be the text of Last-Modified. The response needs a Date that is another text: what was changed
///   in the same second may have changed twice.
///
/// Then one part is a 206: the octets; all fields, but with `Content-Range: bytes first-last/length` and the Content-Length of the part, each in
/// the place of an older one or at the end, in this order. `.unsatisfiable` is a 416 with `Content-Range: bytes */length` and nothing else. Of several
/// parts none is cut out: the response comes back unchanged.
///
/// Source: [RFC 9110 §13.1.5](https://www.rfc-editor.org/rfc/rfc9110#section-13.1.5), §14.2, §14.4, §15.3.7, §15.5.17. That several parts are
/// answered with the whole is our choice, as §14.2 allows.
///
/// - Parameters:
///   - response: the whole response, with the octets of its body all there.
///   - request: the client's request. Its other conditions have been looked at before, and do not matter here.
public func slice(_ response: HTTP.Response, for request: HTTP.Request) throws -> HTTP.Response {
  // <write>
  // 6. Is the range to be looked at at all?
  let lines = request.fields.values(of: "Range")
  guard request.method == "GET", response.status == 200, lines.count == 1 else { return response }
  if let validator = request.fields.first("If-Range"), !isCurrent(validator, response.fields) {
    return response
  }
  // 7. Nothing, one part, or the whole.
  let length = response.body.count
  switch try byteRanges(lines[0], length: length) {
  case .unsatisfiable: return HTTP.Response(416, ["Content-Range": "bytes */\(length)"])
  case .parts(let parts) where parts.count == 1:
    var part = HTTP.Response(206, response.fields, body: Array(response.body[parts[0]]))
    part.fields.set("Content-Range", "bytes \(parts[0].lowerBound)-\(parts[0].upperBound)/\(length)")
    part.fields.set("Content-Length", String(part.body.count))
    return part
  default: return response
  }
  // </write>
}
