import DNSMessages
import PostRoad

/// An authority on a socket.
package final class AuthorityServer: DNSServer.Owner {
  package private(set) var queries = 0
  private var authority: any AuthorityEngine
  private let server: DNSServer
  private let trace: ((String) -> Void)?
  private let report: (any Error) -> Void

  /// - Parameters:
  ///   - trace: is told one line for each query.
  ///   - report: is told what an exercise throws that is not solved.
  package init(
    _ authority: any AuthorityEngine, server: DNSServer, trace: ((String) -> Void)?,
    report: @escaping (any Error) -> Void
  ) {
    self.authority = authority
    self.server = server
    self.trace = trace
    self.report = report
    server.owner = self
  }

  package func received(_ query: ReceivedQuery, answer: @escaping ([UInt8]) -> Void) {
    queries += 1
    do {
      guard let response = try authority.answer(to: query.message, over: query.transport) else {
        trace?("\(query.peer) \(query.transport.rawValue): no query, no answer")
        return
      }
      trace?("\(query.peer) \(query.transport.rawValue): \(DNSTold.line(query.message, response))")
      answer(response)
    } catch {
      report(error)
    }
  }
}
