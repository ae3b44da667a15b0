import PostRoad

/// Reads each range with a state for its two numbers, and keeps first and last as they are until all have been read.
public func byteRanges(_ value: String, length: Int) throws -> HTTP.RangeSelection {
  let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
  guard parts.count == 2, HTTP.lowercaseASCII(String(parts[0])) == "bytes" else { return .whole }
  var wanted: [(first: Int?, last: Int?)] = []
  for element in parts[1].split(separator: ",").map({ HTTP.trimWhiteSpace(String($0)) }) where element != "" {
    guard let range = read(element) else { return .whole }
    wanted.append(range)
  }
  if wanted.isEmpty { return .whole }
  var found: [ClosedRange<Int>] = []
  for range in wanted {
    switch range {
    case (let first?, let last): if first < length { found.append(first...min(last ?? .max, length - 1)) }
    case (nil, let count?) where count > 0:
      if length == 0 { return .whole }
      found.append((count > length ? 0 : length - count)...(length - 1))
    default: break
    }
  }
  return found.isEmpty ? .unsatisfiable : .parts(found)
}

private func read(_ text: String) -> (first: Int?, last: Int?)? {
  var numbers: [Int?] = [nil]
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "-"): numbers.append(nil)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let (tenfold, over) = (numbers[numbers.count - 1] ?? 0).multipliedReportingOverflow(by: 10)
      let (sum, more) = tenfold.addingReportingOverflow(Int(byte) - 48)
      numbers[numbers.count - 1] = over || more ? .max : sum
    default: return nil
    }
  }
  guard numbers.count == 2, numbers[0] != nil || numbers[1] != nil else { return nil }
  if let first = numbers[0], let last = numbers[1], last < first { return nil }
  return (numbers[0], numbers[1])
}

public func slice(_ response: HTTP.Response, for request: HTTP.Request) throws -> HTTP.Response {
  guard response.status == 200, request.method == "GET" else { return response }
  var ranges = request.fields.values(of: "Range")
  guard let range = ranges.popLast(), ranges.isEmpty else { return response }
  if let wanted = request.fields.first("If-Range") {
    let tag = response.fields.first("ETag") ?? ""
    let date = response.fields.first("Last-Modified") ?? ""
    let isStrongDate = response.fields.first("Date").map { $0 != date } ?? false
    let fits = wanted.contains("\"") ? wanted == tag && !tag.hasPrefix("W/") : wanted == date && isStrongDate
    guard fits, response.fields.contains(wanted.contains("\"") ? "ETag" : "Last-Modified") else {
      return response
    }
  }
  let selection = try byteRanges(range, length: response.body.count)
  if selection == .unsatisfiable {
    return HTTP.Response(416, ["Content-Range": "bytes */\(response.body.count)"])
  }
  guard case .parts(let parts) = selection, parts.count == 1, let part = parts.first else { return response }
  var fields = response.fields
  fields.set("Content-Range", "bytes \(part.lowerBound)-\(part.upperBound)/\(response.body.count)")
  fields.set("Content-Length", "\(part.count)")
  return HTTP.Response(206, fields, body: Array(response.body.dropFirst(part.lowerBound).prefix(part.count)))
}
