import PostRoad

/// Goes through the scalars of all values once, with the digits counted up one by one, and asks the list of codings
/// where chunked is in it.
public func bodyLength(of head: LB.RequestHead) throws -> LB.BodyLength {
  let encodings = head.values(of: "transfer-encoding")
  let lengths = head.values(of: "content-length")
  switch (encodings.isEmpty, lengths.isEmpty) {
  case (true, true): return .bytes(0)
  case (true, false): return .bytes(try number(lengths))
  case (false, _) where head.minorVersion == 0: throw LB.FramingError.transferEncodingInOldVersion
  case (false, false): throw LB.FramingError.bothLengths
  case (false, true): break
  }
  let codings = list(encodings)
  if let bad = codings.first(where: { !$0.unicodeScalars.allSatisfy(tokenScalars.contains) }) {
    throw LB.FramingError.badTransferEncoding(bad)
  }
  switch codings.firstIndex(of: "chunked") {
  case nil: throw LB.FramingError.lastCodingNotChunked
  case codings.count - 1 where codings.count == 1: return .chunked
  case codings.count - 1: throw LB.FramingError.unknownCoding(codings[0])
  default: throw codings.last == "chunked" ? LB.FramingError.repeatedChunked : .lastCodingNotChunked
  }
}

private func number(_ values: [String]) throws -> Int {
  let scalars = values[0].unicodeScalars
  if values.count > 1 || scalars.contains(",") { throw LB.FramingError.repeatedContentLength }
  if scalars.isEmpty || !scalars.allSatisfy({ ("0"..."9").contains($0) }) {
    throw LB.FramingError.badContentLength(values[0])
  }
  return try scalars.reduce(0) { sum, digit in
    let (tens, isTooLarge) = sum.multipliedReportingOverflow(by: 10)
    let (next, isStillTooLarge) = tens.addingReportingOverflow(Int(digit.value - 0x30))
    if isTooLarge || isStillTooLarge { throw LB.FramingError.contentLengthTooLarge(values[0]) }
    return next
  }
}

/// The elements of all values in lower case. White space is kept only when something comes after it.
private func list(_ values: [String]) -> [String] {
  var elements: [String] = []
  var element = ""
  var blanks = ""
  for scalar in values.joined(separator: ",").unicodeScalars {
    switch scalar {
    case ",":
      elements.append(element)
      (element, blanks) = ("", "")
    case " ", "\t":
      if !element.isEmpty { blanks.unicodeScalars.append(scalar) }
    default:
      element += blanks
      element.unicodeScalars.append(scalar)
      blanks = ""
    }
  }
  return (elements + [element]).filter { !$0.isEmpty }.map { $0.lowercased() }
}

private let tokenScalars = Set("abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~".unicodeScalars)
