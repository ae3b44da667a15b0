import PostRoad

/// What an edge is given, in its simplest form, with counters: a request that asks by the stored ETag alone, and a merge that sets the 304's
/// fields.
public final class PullParts {
  public enum Failure: Error, Equatable {
    case validate
    case freshen
  }

  public private(set) var validated = 0
  public private(set) var freshened = 0
  /// What throws from now on.
  public var failure: Failure?

  public init() {}

  /// What `validate` makes for a stored response with this ETag.
  public static func validation(of request: HTTP.Request, _ tag: String) -> HTTP.Request {
    HTTP.Request(request.method, request.uri, ["If-None-Match": tag])
  }

  public func validate(_ request: HTTP.Request, _ stored: HTTP.StoredResponse) throws -> HTTP.Request? {
    validated += 1
    if failure == .validate { throw Failure.validate }
    return stored.response.fields.first("ETag").map { Self.validation(of: request, $0) }
  }

  public func freshen(
    _ stored: HTTP.StoredResponse, _ newer: HTTP.Response, asked: Int, received: Int
  ) throws -> HTTP.StoredResponse {
    freshened += 1
    if failure == .freshen { throw Failure.freshen }
    var fresh = stored
    for line in newer.fields.lines { fresh.response.fields.set(line.name, line.value) }
    (fresh.requestTime, fresh.responseTime) = (asked, received)
    return fresh
  }
}
