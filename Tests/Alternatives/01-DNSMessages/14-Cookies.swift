import PostRoad

/// Fills 24 zeros from both ends.
public func makeCookie(
  client: [UInt8], address: [UInt8], time: UInt32, secret: [UInt8]
) throws -> [UInt8] {
  guard client.count == DNS.Cookie.clientLength else { throw DNS.CookieError.clientLength(client.count) }
  var cookie = [UInt8](repeating: 0, count: DNS.Cookie.clientLength + DNS.Cookie.serverLength)
  var time = time
  for place in (12..<16).reversed() {
    cookie[place] = UInt8(time % 256)
    time /= 256
  }
  cookie[8] = DNS.Cookie.version
  cookie.replaceSubrange(0..<8, with: client)
  cookie.replaceSubrange(16..., with: SipHash24.hash(cookie[..<16] + address, key: secret))
  return cookie
}

/// Measures how far it is from the cookie's time to now in both directions round the counter, without a sign.
public func judgeCookie(
  _ cookie: [UInt8], address: [UInt8], now: UInt32, secrets: [[UInt8]]
) throws -> DNS.CookieVerdict {
  switch cookie.count {
  case DNS.Cookie.clientLength: return .clientOnly
  case 24: break
  case 16...40: return .invalid
  default: throw DNS.CookieError.optionLength(cookie.count)
  }
  let (signed, hash) = (cookie.prefix(16), cookie.suffix(8))
  let hashes = secrets.map { SipHash24.hash(signed + address, key: $0) }
  let time = signed.suffix(4).reduce(UInt32(0)) { 256 * $0 + UInt32($1) }
  let (since, until) = (now &- time, time &- now)
  guard signed[8] == DNS.Cookie.version, hashes.contains(Array(hash)),
    since <= DNS.Cookie.lifetime || until <= DNS.Cookie.allowedSkew
  else { return .invalid }
  let isFresh = since <= DNS.Cookie.renewalAge || until <= DNS.Cookie.allowedSkew
  return isFresh && hashes.first?.elementsEqual(hash) == true ? .valid : .renew
}
