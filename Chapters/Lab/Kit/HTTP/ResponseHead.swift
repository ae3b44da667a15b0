import LoadBalancing
import PostRoad

/// What is before the body of a response.
package struct ResponseHead: Hashable, Sendable {
  package var status: Int
  package var minorVersion: Int
  package var fields: HTTP.Fields
  /// Where its body ends, as far as the fields say.
  package var length: BodyReader.Length
  /// The octets of the head, with the empty line at its end.
  package var octets: Int

  package enum Failure: Error, Hashable {
    case badStatusLine
  }

  /// Reads the head of a response: the status line here, the fields and the framing as chapter 5 reads those of a request, which
  /// have the same rules. So the field names come in lower case.
  ///
  /// - Throws: `LB.RequestError.incomplete` where more has to come.
  ///
  /// Source: [RFC 9112 §4](https://www.rfc-editor.org/rfc/rfc9112#section-4), §5, §6.3.
  package init(_ bytes: [UInt8]) throws {
    guard let end = bytes.prefix(LB.RequestHead.maximumLength).firstIndex(of: 0x0A) else {
      let isWhole = bytes.count >= LB.RequestHead.maximumLength
      throw isWhole ? LB.RequestError.headTooLarge : .incomplete
    }
    let line = Latin1.text(bytes[..<end])
    guard let match = line.wholeMatch(of: /HTTP\/1\.([01]) ([1-5][0-9][0-9])(?: [^\r\n]*)?\r/),
      let status = Int(match.2)
    else { throw Failure.badStatusLine }
    // HTTP/1.0 needs no Host.
    let plainLine = Array("GET / HTTP/1.0\r\n".utf8)
    var head = try parseRequestHead(plainLine + bytes[(end + 1)...].prefix(LB.RequestHead.maximumLength))
    head.minorVersion = match.1 == "1" ? 1 : 0
    self.status = status
    minorVersion = head.minorVersion
    octets = head.length - plainLine.count + end + 1
    fields = HTTP.Fields(head.fields.map { HTTP.Field($0.name, $0.value) })
    let saysLength = fields.contains("Content-Length") || fields.contains("Transfer-Encoding")
    switch try bodyLength(of: head) {
    case .chunked: length = .chunked
    case .bytes(let count): length = saysLength ? .bytes(count) : .untilEnd
    }
  }

  /// Whether the connection stays open after this response.
  var keepsConnection: Bool {
    let options = fields.tokens(of: "Connection")
    if options.contains("close") || length == .untilEnd { return false }
    return minorVersion == 1 || options.contains("keep-alive")
  }
}

extension HTTP.Fields {
  /// Without the fields that are for one connection alone (RFC 9110 §7.6.1).
  func withoutConnectionFields() -> HTTP.Fields {
    let own = ["connection", "keep-alive", "proxy-connection", "te", "transfer-encoding", "upgrade"]
    let left = own + tokens(of: "Connection")
    return HTTP.Fields(lines.filter { !left.contains(HTTP.lowercaseASCII($0.name)) })
  }
}
