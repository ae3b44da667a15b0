import PostRoad

/// Sorts the 304 by what it has into one of four cases, and groups lines by name.
private enum Claim {
  case strong(String)
  case weak(String?, String?)
  case none
}

private func claim(_ fields: HTTP.Fields) -> Claim {
  switch (fields.first("etag"), fields.first("last-modified")) {
  case (nil, nil): .none
  case (let tag?, let date) where tag.utf8.starts(with: "W/".utf8): .weak(String(tag.dropFirst(2)), date)
  case (let tag?, _): .strong(tag)
  case (nil, let date): .weak(nil, date)
  }
}

public func freshenedResponses(
  by notModified: HTTP.Response, among stored: [HTTP.StoredResponse]
) throws -> [Int] {
  var found: [Int] = []
  for (index, candidate) in stored.enumerated() {
    switch (claim(notModified.fields), claim(candidate.response.fields)) {
    case (.strong(let tag), .strong(let own)): if tag == own { found.append(index) }
    case (.none, .none): if stored.count == 1 { found = [0] }
    case (.weak(let tag, let date), let own):
      let ownDate = candidate.response.fields.first("last-modified")
      let ownTag: String? =
        switch own {
        case .strong(let text): text
        case .weak(let text, _): text
        case .none: nil
        }
      guard tag == nil || tag == ownTag, date == nil || date == ownDate else { continue }
      if let best = found.first, stored[best].responseTime > candidate.responseTime { continue }
      found = [index]
    default: break
    }
  }
  return found
}

public func freshen(
  _ stored: HTTP.StoredResponse, with newer: HTTP.Response, requestTime: Int, responseTime: Int
) throws -> HTTP.StoredResponse {
  let fixed: Set = ["content-length", "content-encoding", "content-range", "etag"]
  let news = try storedFields(of: newer).lines.filter { !fixed.contains(HTTP.lowercaseASCII($0.name)) }
  let gone = Set(news.map { HTTP.lowercaseASCII($0.name) }).union(["age"])
  let kept = stored.response.fields.lines.filter { !gone.contains(HTTP.lowercaseASCII($0.name)) }
  let merged = HTTP.Response(stored.response.status, HTTP.Fields(kept + news), body: stored.response.body)
  let response = HTTP.Response(merged.status, try storedFields(of: merged), body: merged.body)
  return HTTP.StoredResponse(
    response, to: stored.request, requestTime: requestTime, responseTime: responseTime)
}

public func agrees(_ head: HTTP.Response, with stored: HTTP.StoredResponse) throws -> Bool {
  let (said, had) = (head.fields, stored.response.fields)
  if let tag = said.first("etag"), had.first("etag") != tag { return false }
  if let date = said.first("last-modified"), had.first("last-modified") != date { return false }
  guard let length = said.first("content-length") else { return true }
  let digits = length.utf8.map { Int($0) - 48 }
  guard !digits.isEmpty, digits.allSatisfy((0...9).contains) else { return false }
  return digits.reduce(0) { min($0 * 10 + $1, 1 << 50) } == stored.response.body.count
}
