import PostRoad

/// Cuts the text at its percent signs and at its slashes, and reads the segments from the last to the first: each `..` takes away
/// one of those that come before it.
public func cacheKey(for request: HTTP.Request) throws -> String {
  let target = try HTTP.Target(request.uri)
  let scheme = HTTP.lowercaseASCII(target.scheme)
  let number = (target.port ?? "").drop { $0 == "0" }
  let port = number.isEmpty && target.port?.isEmpty == false ? "0" : String(number)
  let isUsual = ["http:80", "https:443", "http:", "https:"].contains("\(scheme):\(port)")
  let query = target.query.map { "?" + decode($0) } ?? ""
  let place = HTTP.lowercaseASCII(target.host) + (isUsual ? "" : ":" + port)
  return scheme + "://" + place + withoutDots(decode(target.path)) + query
}

private func decode(_ text: String) -> String {
  let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
  let hexadecimal = Array("0123456789ABCDEF".utf8)
  var pieces = text.utf8.split(separator: 0x25, omittingEmptySubsequences: false).map { Array($0) }[...]
  var result = pieces.popFirst() ?? []
  for piece in pieces {
    let digits = piece.prefix(2).compactMap { digit in
      hexadecimal.firstIndex(of: (0x61...0x66).contains(digit) ? digit - 0x20 : digit)
    }
    guard digits.count == 2 else {
      result += [0x25] + piece
      continue
    }
    let octet = UInt8(digits[0] * 16 + digits[1])
    result += unreserved.contains(octet) ? [octet] : [0x25, hexadecimal[digits[0]], hexadecimal[digits[1]]]
    result += piece.dropFirst(2)
  }
  return String(decoding: result, as: UTF8.self)
}

private func withoutDots(_ path: String) -> String {
  let segments = path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).map { Array($0) }
    .dropFirst()
  let dot = Array(".".utf8)
  var kept: [[UInt8]] = []
  var taken = 0
  for segment in segments.reversed() {
    if segment == dot + dot {
      taken += 1
    } else if segment != dot {
      if taken == 0 { kept.insert(segment, at: 0) } else { taken -= 1 }
    }
  }
  if let last = segments.last, last == dot || last == dot + dot { kept.append([]) }
  let joined = kept.map { [0x2F] + $0 }.joined()
  return joined.isEmpty ? "/" : String(decoding: Array(joined), as: UTF8.self)
}
