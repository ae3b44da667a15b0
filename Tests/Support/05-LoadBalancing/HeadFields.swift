import PostRoad

extension LB.RequestHead {
  /// `POST /` with such fields, for suites that ask about fields alone.
  public init(_ fields: [(String, String)], minor: Int = 1, length: Int = 0) {
    self.init(
      method: "POST", target: "/", minorVersion: minor, fields: fields.map { LB.Field($0.0, $0.1) },
      length: length)
  }

  /// The version and the fields, as a failure shows them.
  public var shown: SentText {
    SentText("HTTP/1.\(minorVersion)" + fields.map { "\r\n\($0.name): \($0.value)" }.joined())
  }
}
