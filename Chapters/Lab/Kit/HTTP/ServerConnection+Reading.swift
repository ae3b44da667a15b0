import LoadBalancing
import PostRoad

/// What comes before a body.
extension ServerConnection {
  /// Reads the PROXY header (exercise 5.13); whether it is there.
  func readPreface() -> Bool {
    if headSince == nil { headSince = EventLoop.now }
    do {
      let header = try parseProxyHeader(stream.input)
      stream.input.removeFirst(header.length)
      if let source = header.source { peer = Endpoint(source.address, port: source.port) }
      headSince = nil
      state = .head
      return true
    } catch LB.ProxyError.incomplete {
      if stream.isAtEnd { stream.close() }
    } catch is LB.ProxyError {
      stream.close()
    } catch {
      server.report(error)
      stream.close()
    }
    return false
  }

  /// Reads the head of a request (5.15, 5.16); whether it is there.
  func readHead() -> Bool {
    if let (request, length) = lastHead.found(in: stream.input) {
      stream.input.removeFirst(length)
      (headSince, examined) = (nil, 0)
      handOn(request, [])
      return true
    }
    if headSince == nil { headSince = EventLoop.now }
    // Only a line's end can complete a head or make it wrong: one octet at a time does not make us read it all again each time.
    let isWorthReading =
      stream.input[min(examined, stream.input.count)...].contains(0x0A)
      || stream.input.count >= LB.RequestHead.maximumLength
    guard isWorthReading else {
      if stream.isAtEnd { stream.close() }
      return false
    }
    do {
      let request = try server.readHead(stream.input)
      let head = request.head
      let form: BodyReader.Length =
        if case .bytes(let count) = request.bodyLength { .bytes(count) } else { .chunked }
      let reader = try BodyReader(form, limit: server.limits.body)
      // One with a body is read anew each time: what its client expects has to be looked at.
      if reader.isComplete { lastHead.remember(request, stream.input[..<head.length]) }
      stream.input.removeFirst(head.length)
      (headSince, examined) = (nil, 0)
      if !reader.isComplete, stream.input.isEmpty, head.minorVersion == 1,
        head.values(of: "expect").contains(where: { HTTP.lowercaseASCII($0) == "100-continue" })
      {
        stream.send(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
      }
      state = .body(request, reader)
      return true
    } catch LB.RequestError.incomplete {
      examined = stream.input.count
      if stream.isAtEnd { stream.close() }
      return false
    } catch let error as LB.RequestError {
      switch error {
      case .headTooLarge, .tooManyFields: refuse(431)
      case .badVersion: refuse(505)
      default: refuse(400)
      }
    } catch LB.FramingError.unknownCoding {
      refuse(501)
    } catch BodyReader.Failure.tooLarge {
      refuse(413)
    } catch let error as LB.FramingError {
      _ = error
      refuse(400)
    } catch {
      server.report(error)
      refuse(503)
    }
    return false
  }
}
