import PostRoad

/// Reads a line from left to right with a reader that knows the grammar; where it fails, it walks on to the next comma.
public func parseCacheControl(_ values: [String]) throws -> HTTP.CacheControl {
  var directives: [HTTP.Directive] = []
  for value in values {
    var reader = Reader(rest: Array(value.utf8)[...])
    while !reader.rest.isEmpty {
      reader.skipWhite()
      let start = reader.rest
      if let directive = reader.directive(), reader.isAtEndOfElement() {
        directives.append(directive)
      } else {
        reader.rest = start
        reader.skipElement()
      }
      reader.rest = reader.rest.dropFirst()
    }
  }
  return HTTP.CacheControl(directives)
}

public func parseDeltaSeconds(_ argument: String?) throws -> Int {
  guard let argument else { throw HTTP.DeltaSecondsError.missing }
  var seconds = 0
  for scalar in argument.unicodeScalars {
    guard ("0"..."9").contains(scalar) else { throw HTTP.DeltaSecondsError.notDigits(argument) }
    seconds = min(seconds * 10 + Int(scalar.value) - 48, HTTP.maximumSeconds)
  }
  if argument.isEmpty { throw HTTP.DeltaSecondsError.notDigits("") }
  return seconds
}

private struct Reader {
  var rest: ArraySlice<UInt8>

  mutating func skipWhite() { rest = rest.drop { $0 == 32 || $0 == 9 } }

  mutating func isAtEndOfElement() -> Bool {
    skipWhite()
    return rest.isEmpty || rest.first == 44
  }

  mutating func token() -> String? {
    let token = rest.prefix { HTTP.isToken(String(UnicodeScalar($0))) }
    rest = rest.dropFirst(token.count)
    return token.isEmpty ? nil : String(decoding: token, as: UTF8.self)
  }

  mutating func directive() -> HTTP.Directive? {
    guard let name = token().map({ HTTP.lowercaseASCII($0) }) else { return nil }
    guard rest.first == 61 else { return HTTP.Directive(name) }
    rest = rest.dropFirst()
    return (rest.first == 34 ? quoted() : token()).map { HTTP.Directive(name, $0) }
  }

  mutating func quoted() -> String? {
    var content: [UInt8] = []
    rest = rest.dropFirst()
    while let byte = rest.popFirst() {
      if byte == 34 { return String(decoding: content, as: UTF8.self) }
      guard byte == 92 else {
        content.append(byte)
        continue
      }
      guard let next = rest.popFirst() else { return nil }
      content.append(next)
    }
    return nil
  }

  /// Goes to the next comma outside of quotes, or to the end.
  mutating func skipElement() {
    while let byte = rest.first, byte != 44 {
      rest = rest.dropFirst()
      if byte == 34 {
        rest.insert(34, at: rest.startIndex)
        if quoted() == nil { rest = [] }
      }
    }
  }
}
