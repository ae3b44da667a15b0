import PostRoad

/// A head and what is right for it: how it is read, or why it is refused.
public struct HeadCase: Sendable {
  public let sent: SentText
  public let expected: Result<LB.RequestHead, LB.RequestError>

  private init(_ text: String, _ expected: Result<LB.RequestHead, LB.RequestError>) {
    self.sent = SentText(text)
    self.expected = expected
  }

  public static func refused(_ text: String, _ error: LB.RequestError) -> HeadCase {
    HeadCase(text, .failure(error))
  }

  /// `GET /`, unless said otherwise, with such fields; the head ends where the text does, `after` is the body.
  public static func read(
    _ text: String, _ fields: [LB.Field], method: String = "GET", target: String = "/", minor: Int = 1,
    after: String = ""
  ) -> HeadCase {
    let length = text.unicodeScalars.count
    return HeadCase(
      text + after,
      .success(
        LB.RequestHead(method: method, target: target, minorVersion: minor, fields: fields, length: length)))
  }

  /// A method and a target that are right, or not.
  public static func start(_ start: String, isRight: Bool) -> HeadCase {
    let text = "\(start) HTTP/1.1\r\nHost: a\r\n\r\n"
    guard isRight else { return refused(text, .badRequestLine) }
    let words = start.split(separator: " ").map(String.init)
    return read(text, [LB.Field("host", "a")], method: words[0], target: words[1])
  }

  /// A host that is right, or not.
  public static func host(_ host: String, isRight: Bool) -> HeadCase {
    let text = "GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n"
    return isRight ? read(text, [LB.Field("host", host)]) : refused(text, .badHost(host))
  }

  /// A field after a Host; without an error it is right.
  public static func field(_ name: String, _ value: String, _ error: LB.RequestError? = nil) -> HeadCase {
    let text = "GET / HTTP/1.1\r\nHost: a\r\n\(name): \(value)\r\n\r\n"
    if let error { return refused(text, error) }
    return read(text, [LB.Field("host", "a"), LB.Field(name.lowercased(), value)])
  }

  /// RFC 9110 §5.6.2: tchar.
  public static func isToken(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }

  /// RFC 3986 §2.2, §2.3: unreserved and sub-delims, what a name in a URI is made of besides `%`.
  public static func isNameSign(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || "-._~!$&'()*+,;=".utf8.contains(byte)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8.contains(byte)
  }
}

extension UInt8 {
  /// The byte as a character of a `SentText`.
  public var sign: Character { Character(Unicode.Scalar(self)) }
}
