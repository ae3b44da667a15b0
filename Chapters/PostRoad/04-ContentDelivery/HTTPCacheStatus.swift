extension HTTP {
  /// What one cache has to say about how it came to its response.
  public struct CacheStatus: Hashable, Sendable {
    /// Why a request was passed on, under the names of
    /// [RFC 9211 §2.2](https://www.rfc-editor.org/rfc/rfc9211#section-2.2).
    public enum Reason: String, Hashable, Sendable, CaseIterable {
      /// The cache was told not to handle it.
      case bypass
      /// The method has to reach the origin.
      case method
      /// Nothing was stored for the URI.
      case uriMiss = "uri-miss"
      /// Something was stored for the URI, but not for these request fields.
      case varyMiss = "vary-miss"
      /// Nothing was stored that could be used; the cache does not say whether for URI or fields.
      case miss
      /// What was stored was fresh, but the request wanted another answer.
      case request
      /// What was stored was stale.
      case stale
      /// What was stored was a part, and not the one that was wanted.
      case partial
    }

    public enum Outcome: Hashable, Sendable {
      /// Answered from the store.
      case hit
      /// Passed on. `status` is that of the answer, where it is told; `isCollapsed` is nil where the cache did not try to make
      /// one request of several; `isStored` says whether the answer was stored.
      case forwarded(Reason, status: Int? = nil, isCollapsed: Bool? = nil, isStored: Bool = false)
    }

    /// The name of the cache.
    public var cache: String
    public var outcome: Outcome
    /// The freshness lifetime of the response, 0 to 2^31 seconds; nil where it is not told.
    public var lifetime: Int?
    /// The age of the response, 0 to 2^31 seconds.
    public var age: Int
    /// The cache key, where it is told.
    public var key: String?
    /// Anything else, where it is told.
    public var detail: String?

    public init(
      _ cache: String, _ outcome: Outcome, lifetime: Int? = nil, age: Int = 0, key: String? = nil,
      detail: String? = nil
    ) {
      self.cache = cache
      self.outcome = outcome
      self.lifetime = lifetime
      self.age = age
      self.key = key
      self.detail = detail
    }
  }

  /// Why a text cannot be in a Structured Field.
  public enum CacheStatusError: Error, Hashable, Sendable {
    /// It has a character that is not printable ASCII.
    case notPrintable(String)
  }
}
