import PostRoad

/// One client's connection: its requests, one after the other, and their responses in the same order.
final class ServerConnection: ByteStream.Owner {
  enum State {
    /// Before the first request: the PROXY header.
    case preface
    case head
    case body(ReceivedRequest, BodyReader)
    /// The request was handed on, and this is how its response will go.
    case answering(ResponseForm)
    case ended
  }

  let id: Int
  let stream: ByteStream
  var peer: Endpoint
  unowned let server: HTTPServer
  var state = State.head
  /// When the first octet of the head came.
  var headSince: Int64?
  /// How much of the input was found to be no whole head.
  var examined = 0
  var lastHead = LastHead()
  private var isAdvancing = false

  init(_ id: Int, _ stream: ByteStream, peer: Endpoint, server: HTTPServer) {
    self.id = id
    self.stream = stream
    self.peer = peer
    self.server = server
    if server.limits.expectsProxyHeader { state = .preface }
    stream.owner = self
  }

  func streamChanged(_ stream: ByteStream) {
    advance()
    if stream.isClosed { server.connectionClosed(id) }
  }

  func streamTick(_ stream: ByteStream, now: Int64) {
    let limits = server.limits
    let isLate =
      switch state {
      case .preface, .head:
        if let headSince { now - headSince > limits.head } else { now - stream.lastProgress > limits.idle }
      case .body: now - stream.lastProgress > limits.stall
      case .answering: stream.outputCount > 0 && now - stream.lastProgress > limits.stall
      case .ended: now - stream.lastProgress > limits.stall
      }
    guard isLate else { return }
    if case .body = state { return refuse(408) }
    stream.close()
    server.connectionClosed(id)
  }

  /// Sends the response to the request that was handed on.
  func respond(_ response: HTTP.Response) {
    guard case .answering(let form) = state, !stream.isClosed else { return }
    state = form.closes ? .ended : .head
    stream.send(responseBytes(response, as: form))
    if form.closes { stream.end() }
    if stream.isClosed { return server.connectionClosed(id) }
    advance()
  }

  /// Sends half of the response's body, and closes the connection.
  func respond(cutting response: HTTP.Response) {
    guard case .answering(let form) = state, !stream.isClosed else { return }
    state = .ended
    stream.send(Array(responseBytes(response, as: form).dropLast(response.body.count / 2)))
    stream.end()
    if stream.isClosed { server.connectionClosed(id) }
  }

  /// Reads as far as it goes. A response that comes at once leads back here, so requests in one piece do not pile up calls.
  private func advance() {
    guard !isAdvancing else { return }
    isAdvancing = true
    defer { isAdvancing = false }
    while !stream.isClosed, step() {}
    if !stream.isClosed { stream.resume() }
  }

  private func step() -> Bool {
    switch state {
    case .preface:
      guard !stream.input.isEmpty else {
        if stream.isAtEnd { stream.close() }
        return false
      }
      return readPreface()
    case .head:
      guard !stream.input.isEmpty else {
        headSince = nil
        if stream.isAtEnd { stream.close() }
        return false
      }
      return readHead()
    case .body(let request, var reader):
      // Held in one place alone, the body is not copied as it grows.
      state = .ended
      do {
        try reader.take(from: &stream.input)
        if stream.isAtEnd { try reader.end() }
      } catch BodyReader.Failure.tooLarge {
        refuse(413)
        return false
      } catch {
        refuse(400)
        return false
      }
      guard reader.isComplete else {
        state = .body(request, reader)
        return false
      }
      handOn(request, reader.body)
      return true
    case .answering, .ended: return false
    }
  }

  func handOn(_ request: ReceivedRequest, _ body: [UInt8]) {
    var request = request
    request.body = body
    request.peer = peer
    state = .answering(request.form)
    server.received(id, request)
  }

  /// Answers what cannot be handed on, and reads nothing more: nobody knows where the next request would begin.
  func refuse(_ status: Int) {
    state = .answering(ResponseForm(closes: true))
    respond(HTTP.Response(status))
  }
}
