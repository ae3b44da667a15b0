import PostRoad

/// How a response leaves a connection.
struct ResponseForm {
  /// The response has no body because of the request's method.
  var isHead = false
  /// No request will be read after it.
  var closes = false
  /// What the request said it was: 0 or 1.
  var minorVersion = 1
}

/// The octets of a response. Where its body ends is said by its Content-Length, whatever the fields said before.
///
/// Source: [RFC 9112 §4](https://www.rfc-editor.org/rfc/rfc9112#section-4), §6.3, §9.3.
func responseBytes(_ response: HTTP.Response, as form: ResponseForm) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(512 + response.body.count)
  bytes += "HTTP/1.1 \(response.status) \(reasonPhrase(response.status))\r\n".utf8
  let hasNoBody = response.status < 200 || response.status == 204 || response.status == 304
  for line in response.fields.lines {
    // A HEAD is told the length of what a GET would have got; so is whoever gets a 304, if the response says it.
    if line.isNamed("Content-Length"), !form.isHead, response.status != 304 { continue }
    if line.isNamed("Connection") || line.isNamed("Transfer-Encoding") { continue }
    append(line.name, line.value, to: &bytes)
  }
  if !form.isHead, !hasNoBody { append("Content-Length", "\(response.body.count)", to: &bytes) }
  if form.closes {
    append("Connection", "close", to: &bytes)
  } else if form.minorVersion == 0 {
    append("Connection", "keep-alive", to: &bytes)
  }
  bytes += [0x0D, 0x0A]
  if !form.isHead, !hasNoBody { bytes += response.body }
  return bytes
}

/// The octets of a request's head.
func requestHeadBytes(_ head: LB.RequestHead) -> [UInt8] {
  var bytes = Array("\(head.method) \(head.target) HTTP/1.1\r\n".utf8)
  for field in head.fields { append(field.name, field.value, to: &bytes) }
  return bytes + [0x0D, 0x0A]
}

private func append(_ name: String, _ value: String, to bytes: inout [UInt8]) {
  bytes += name.utf8
  bytes += [0x3A, 0x20]
  Latin1.append(value, to: &bytes)
  bytes += [0x0D, 0x0A]
}

/// Words for people: programs read the number (RFC 9112 §4).
private func reasonPhrase(_ status: Int) -> String { reasonPhrases[status] ?? "" }

private let reasonPhrases = [
  100: "Continue", 200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 206: "Partial Content",
  301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified", 307: "Temporary Redirect",
  308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found",
  405: "Method Not Allowed", 408: "Request Timeout", 410: "Gone", 412: "Precondition Failed",
  413: "Content Too Large", 416: "Range Not Satisfiable", 429: "Too Many Requests",
  431: "Request Header Fields Too Large", 500: "Internal Server Error", 501: "Not Implemented",
  502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout", 505: "HTTP Version Not Supported",
]
