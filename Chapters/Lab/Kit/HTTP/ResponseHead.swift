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
    let line = try Self.statusLine(bytes[..<end])
    // HTTP/1.0 needs no Host.
    let plainLine = Array("GET / HTTP/1.0\r\n".utf8)
    var head = try parseRequestHead(plainLine + bytes[(end + 1)...].prefix(LB.RequestHead.maximumLength))
    head.minorVersion = line.minorVersion
    status = line.status
    minorVersion = head.minorVersion
    octets = head.length - plainLine.count + end + 1
    fields = HTTP.Fields(head.fields.map { HTTP.Field($0.name, $0.value) })
    let saysLength = fields.contains("Content-Length") || fields.contains("Transfer-Encoding")
    switch try bodyLength(of: head) {
    case .chunked: length = .chunked
    case .bytes(let count): length = saysLength ? .bytes(count) : .untilEnd
    }
  }

  /// `HTTP/1.1 200 OK` and a CR, the phrase being anything or nothing. Octet by octet: a regular expression took as long as all the
  /// rest of a request through the balancer.
  private static func statusLine(
    _ line: ArraySlice<UInt8>
  ) throws -> (minorVersion: Int, status: Int) {
    let octets = Array(line)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard octets.count >= 13, octets.starts(with: Array("HTTP/1.".utf8)),
      octets[7] == UInt8(ascii: "0") || octets[7] == UInt8(ascii: "1"), octets[8] == 0x20,
      (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(octets[9]), digits.contains(octets[10]),
      digits.contains(octets[11]), octets[12] == 0x20 || octets[12] == 0x0D,
      octets[12...].firstIndex(of: 0x0D) == octets.count - 1
    else { throw Failure.badStatusLine }
    let status = octets[9...11].reduce(0) { $0 * 10 + Int($1 - digits.lowerBound) }
    return (Int(octets[7] - digits.lowerBound), status)
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
  package func withoutConnectionFields() -> HTTP.Fields {
    let own = ["connection", "keep-alive", "proxy-connection", "te", "transfer-encoding", "upgrade"]
    let left = own + tokens(of: "Connection")
    return HTTP.Fields(lines.filter { !left.contains(HTTP.lowercaseASCII($0.name)) })
  }
}
