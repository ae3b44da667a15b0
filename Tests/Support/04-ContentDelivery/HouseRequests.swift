import PostRoad

extension HTTP.Request {
  /// `GET https://postroad.example/` with such fields, for suites that ask about fields alone.
  public static func get(_ fields: HTTP.Fields = [:]) -> HTTP.Request {
    HTTP.Request("GET", "https://postroad.example/", fields)
  }
}

extension HTTP.StoredResponse {
  /// A response to a plain GET that was asked for and received in the same second, 1,000,000,000 if nothing is said:
  /// Sun, 09 Sep 2001 01:46:40 GMT.
  public init(_ status: Int = 200, _ fields: HTTP.Fields = [:], at time: Int = 1_000_000_000) {
    self.init(HTTP.Response(status, fields), to: .get(), requestTime: time, responseTime: time)
  }
}
