import LoadBalancing
import PostRoad

extension PatientConnection {
  /// Waits for the response to a request.
  ///
  /// - Parameters:
  ///   - method: of the request; a response to HEAD has no body.
  ///   - began: is called when its first octet is there.
  /// - Returns: its head and its body, without the chunked coding.
  /// - Throws: `ResponseHead.Failure`, `LB.RequestError`, `LB.FramingError` or `BodyReader.Failure` for what is no response, or not whole.
  func response(to method: String, limit: Int = 64 << 20, began: () -> Void = {}) throws -> (
    head: ResponseHead, body: [UInt8]
  ) {
    var head = try nextHead(began)
    // An interim response says that another one will come.
    while head.status < 200 { head = try nextHead {} }
    let hasBody = method != "HEAD" && head.status != 204 && head.status != 304
    var reader = try BodyReader(hasBody ? head.length : .bytes(0), limit: limit)
    while true {
      try reader.take(from: &input)
      if reader.isComplete { return (head, reader.body) }
      if isAtEnd {
        try reader.end()
        return (head, reader.body)
      }
      try receive()
    }
  }

  private func nextHead(_ began: () -> Void) throws -> ResponseHead {
    if input.isEmpty { try receive() }
    began()
    while true {
      do {
        let head = try ResponseHead(input)
        input.removeFirst(head.octets)
        return head
      } catch LB.RequestError.incomplete where !isAtEnd {
        try receive()
      }
    }
  }
}
