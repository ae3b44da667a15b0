import LoadBalancing
import PostRoad

/// A request as a server hands it on.
package struct ReceivedRequest: Sendable {
  package var request: HTTP.Request
  /// The target as it was written in the request line, for the origin.
  package var head: LB.RequestHead
  package var bodyLength: LB.BodyLength
  package var body: [UInt8]
  /// The other end of the connection.
  package var peer: Endpoint
  /// Two requests to a server that have the same number have the same head, octet by octet.
  package var number: Int
  /// How its response leaves the connection.
  let form: ResponseForm

  /// What its head says; the body and the peer are filled in afterwards.
  ///
  /// - Parameter name: what the server is called where the request does not say it, and where it listens.
  init(_ head: LB.RequestHead, _ length: LB.BodyLength, number: Int, at endpoint: Endpoint, name: String) {
    var head = head
    let uri: String
    if head.target.hasPrefix("/") {
      let host = head.values(of: "host").first ?? ""
      uri = "http://\(host.isEmpty ? name : host)\(head.target)"
    } else {
      // The whole URI is in the target, and the Host does not count (RFC 9112 §3.2.2). The origin is sent a path again.
      uri = head.target
      if let target = try? HTTP.Target(uri) {
        head.target = (target.path.isEmpty ? "/" : target.path) + (target.query.map { "?\($0)" } ?? "")
        head.fields.removeAll { $0.name == "host" }
        head.fields.insert(LB.Field("host", target.host + (target.port.map { ":\($0)" } ?? "")), at: 0)
      }
    }
    self.head = head
    self.bodyLength = length
    body = []
    peer = endpoint
    self.number = number
    request = HTTP.Request(
      head.method, uri, HTTP.Fields(head.fields.map { HTTP.Field($0.name, $0.value) }))
    let options = head.values(of: "connection").flatMap(HTTP.tokens(in:))
    form = ResponseForm(
      isHead: head.method == "HEAD",
      closes: options.contains("close") || (head.minorVersion == 0 && !options.contains("keep-alive")),
      minorVersion: head.minorVersion)
  }
}
