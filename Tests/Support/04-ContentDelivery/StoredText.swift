import PostRoad

/// A stored response to `GET https://postroad.example/map`, received in that second, its request sent one second before.
public func stored(
  _ status: Int, _ fields: HTTP.Fields, at second: Int = 1000, body: String = ""
) -> HTTP.StoredResponse {
  HTTP.StoredResponse(
    HTTP.Response(status, fields, body: Array(body.utf8)),
    to: HTTP.Request("GET", "https://postroad.example/map"),
    requestTime: second - 1, responseTime: second)
}

/// The same with the status 200.
public func stored(_ fields: HTTP.Fields, at second: Int = 1000, body: String = "") -> HTTP.StoredResponse {
  stored(200, fields, at: second, body: body)
}
