extension HTTP {
  /// A response of an origin, or of a cache.
  public struct Response: Hashable, Sendable {
    /// `200`, `304`, `404`.
    public var status: Int
    public var fields: Fields
    public var body: [UInt8]

    public init(_ status: Int, _ fields: Fields = [:], body: [UInt8] = []) {
      self.status = status
      self.fields = fields
      self.body = body
    }
  }

  /// A response in a cache's store, and what the cache has to remember about it.
  public struct StoredResponse: Hashable, Sendable {
    /// The request that brought the response.
    public var request: Request
    public var response: Response
    /// The cache's clock when it sent the request on: `request_time` of
    /// [RFC 9111 §4.2.3](https://www.rfc-editor.org/rfc/rfc9111#section-4.2.3).
    public var requestTime: Int
    /// The cache's clock when it received the response: `response_time` of the same section.
    public var responseTime: Int

    public init(_ response: Response, to request: Request, requestTime: Int, responseTime: Int) {
      self.request = request
      self.response = response
      self.requestTime = requestTime
      self.responseTime = responseTime
    }
  }
}
