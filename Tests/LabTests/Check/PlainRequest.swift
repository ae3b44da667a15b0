import PostRoad

/// A request as `lab check` writes them, read by a second, simpler reader.
struct PlainRequest {
  struct Unreadable: Error {}

  let request: HTTP.Request
  let head: LB.RequestHead
  var body: [UInt8] = []
  let isChunked: Bool
  let hasBothLengths: Bool
  /// Without Host, with a space before a colon, or with two lengths.
  let isBad: Bool
  let isOld: Bool
  let closes: Bool

  /// Takes the first request off the text.
  init(_ text: inout String) throws {
    let parts = text.components(separatedBy: "\r\n\r\n")
    guard let first = parts.first, parts.count > 1 else { throw Unreadable() }
    var rest = parts.dropFirst().joined(separator: "\r\n\r\n")
    let lines = first.components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ").map(String.init)
    let fields = HTTP.Fields(
      lines.dropFirst().map { line in
        let halves = line.split(separator: ":", maxSplits: 1).map(String.init)
        return HTTP.Field(halves[0], HTTP.trimWhiteSpace(halves.count > 1 ? halves[1] : ""))
      })
    let lengths = fields.values(of: "Content-Length")
    isChunked = fields.contains("Transfer-Encoding")
    hasBothLengths = isChunked && !lengths.isEmpty
    isOld = words[2] == "HTTP/1.0"
    isBad = !fields.contains("Host") || lengths.count > 1 || fields.lines.contains { $0.name.hasSuffix(" ") }
    closes = isOld || fields.tokens(of: "Connection").contains("close")
    request = HTTP.Request(words[0], "http://www.postroad.example\(words[1])", fields)
    head = LB.RequestHead(method: words[0], target: words[1], fields: [])
    if isChunked {
      let chunks = rest.components(separatedBy: "\r\n")
      let end = chunks.firstIndex(of: "0") ?? chunks.count - 2
      body = stride(from: 1, to: end, by: 2).flatMap { Array(chunks[$0].utf8) }
      rest = chunks.dropFirst(end + 2).joined(separator: "\r\n")
    } else if let length = lengths.first.flatMap({ Int($0) }) {
      body = Array(rest.utf8.prefix(length))
      rest = String(decoding: rest.utf8.dropFirst(length), as: UTF8.self)
    }
    text = rest
  }
}

extension String {
  /// As Foundation's, which these tests do without.
  fileprivate func components(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
