// How requests, responses and their parts are printed, in failures and by `print`.

extension HTTP.Field: CustomStringConvertible {
  public var description: String { "\(name): \(value.debugDescription)" }
}

extension HTTP.Fields: CustomStringConvertible {
  public var description: String {
    lines.isEmpty ? "no fields" : "[\(lines.map(\.description).joined(separator: ", "))]"
  }
}

extension HTTP.Request: CustomStringConvertible {
  public var description: String { "\(method) \(uri), \(fields)" }
}

extension HTTP.Response: CustomStringConvertible {
  public var description: String {
    "\(status), \(fields)\(body.isEmpty ? "" : ", body \(String(decoding: body, as: UTF8.self).debugDescription)")"
  }
}

extension HTTP.StoredResponse: CustomStringConvertible {
  public var description: String {
    "\(response); to \(request); asked for at \(requestTime), received at \(responseTime)"
  }
}

extension HTTP.Directive: CustomStringConvertible {
  public var description: String { argument.map { "\(name)=\($0.debugDescription)" } ?? name }
}

extension HTTP.CacheControl: CustomStringConvertible {
  public var description: String { "[\(directives.map(\.description).joined(separator: ", "))]" }
}
