import PostRoad

/// A connection to the origin: one request at a time, and its response.
final class OriginConnection: ByteStream.Owner {
  private enum State {
    case idle
    case head(method: String)
    case body(ResponseHead, hasBody: Bool, BodyReader)
  }

  /// What became of a request: the response, or the reason why there is none and whether any octet of one came.
  enum Result {
    case response(HTTP.Response)
    case failure(OriginFailure, hasBegun: Bool)
  }

  let stream: ByteStream
  /// How many requests it has had.
  private(set) var requests = 0
  private let limits: OriginLimits
  private let heads: KnownResponseHeads
  private var state = State.idle
  private var deadline: Int64 = .max
  private var hasBegun = false
  /// What to do with the result; nil while no request is under way.
  private var completion: ((Result) -> Void)?
  /// Called when an idle connection ends.
  var onIdleEnd: (() -> Void)?

  init(_ stream: ByteStream, limits: OriginLimits, heads: KnownResponseHeads) {
    self.stream = stream
    self.limits = limits
    self.heads = heads
    stream.owner = self
  }

  func send(_ head: LB.RequestHead, body: [UInt8], completion: @escaping (Result) -> Void) {
    requests += 1
    hasBegun = false
    deadline = EventLoop.now + limits.milliseconds
    state = .head(method: head.method)
    self.completion = completion
    var bytes = requestHeadBytes(head)
    if !head.values(of: "transfer-encoding").isEmpty {
      // One chunk is as good as those that came: the body is here as a whole.
      if !body.isEmpty { bytes += Array("\(String(body.count, radix: 16))\r\n".utf8) + body + [0x0D, 0x0A] }
      bytes += Array("0\r\n\r\n".utf8)
    } else {
      bytes += body
    }
    stream.send(bytes)
  }

  /// Nobody wants the response any more.
  func abandon() {
    completion = nil
    stream.close()
  }

  func streamTick(_ stream: ByteStream, now: Int64) {
    if completion == nil {
      guard now - stream.lastProgress > limits.idle else { return }
      stream.close()
      onIdleEnd?()
    } else if now >= deadline {
      finish(.failure(.timedOut(milliseconds: limits.milliseconds), hasBegun: hasBegun))
    }
  }

  func streamChanged(_ stream: ByteStream) {
    guard completion != nil else {
      // Whatever comes without a request is a response to none.
      stream.close()
      onIdleEnd?()
      return
    }
    if !stream.input.isEmpty { hasBegun = true }
    do {
      while try step() {}
    } catch LB.RequestError.incomplete {
      if stream.isAtEnd { finish(.failure(.cutShort, hasBegun: hasBegun)) }
    } catch BodyReader.Failure.cutShort {
      finish(.failure(.cutShort, hasBegun: hasBegun))
    } catch BodyReader.Failure.tooLarge(let limit) {
      finish(.failure(.tooLarge(limit: limit), hasBegun: true))
    } catch {
      finish(.failure(.badResponse("\(error)"), hasBegun: true))
    }
    if completion != nil, let failure = stream.failure {
      let reason: OriginFailure = stream.isConnected ? .cutShort : .unreachable("\(failure)")
      finish(.failure(reason, hasBegun: hasBegun))
    }
  }

  private func step() throws -> Bool {
    switch state {
    case .idle: return false
    case .head(let method):
      guard !stream.input.isEmpty || stream.isAtEnd else { return false }
      let head = try heads.read(stream.input)
      stream.input.removeFirst(head.octets)
      // An interim response says that another one will come. 101 would be something that nobody asked for.
      guard head.status >= 200 else {
        guard head.status != 101 else { throw ResponseHead.Failure.badStatusLine }
        return true
      }
      let hasBody = method != "HEAD" && head.status != 204 && head.status != 304
      state = .body(
        head, hasBody: hasBody, try BodyReader(hasBody ? head.length : .bytes(0), limit: limits.body))
      return true
    case .body(let head, let hasBody, var reader):
      // Held in one place alone, the body is not copied as it grows.
      state = .idle
      try reader.take(from: &stream.input)
      if stream.isAtEnd { try reader.end() }
      state = .body(head, hasBody: hasBody, reader)
      if reader.isComplete { finish(.response(response(head, hasBody ? reader.body : nil))) }
      return false
    }
  }

  /// The response as a gateway may use it: without what was for this connection, with the length that its body has, and with a Date
  /// (RFC 9110 §6.6.1 asks it of whoever receives a response without one and has a clock).
  private func response(_ head: ResponseHead, _ body: [UInt8]?) -> HTTP.Response {
    var fields = head.fields.withoutConnectionFields()
    if let body { fields.set("Content-Length", "\(body.count)") }
    if !fields.contains("Date") { fields.append("Date", httpDateText(limits.wallClock())) }
    return HTTP.Response(head.status, fields, body: body ?? [])
  }

  private func finish(_ result: Result) {
    let done = completion
    completion = nil
    if case .body(let head, _, _) = state, case .response = result, head.keepsConnection, !stream.isAtEnd,
      stream.input.isEmpty
    {
      state = .idle
    } else {
      stream.close()
    }
    done?(result)
  }
}
