import DNSMessages
import PostRoad

/// Asks a resolver for an address, as the stub in every operating system does.
struct StubLookup {
  /// An address that was found.
  struct Found {
    let address: Resolver.Address
    /// On the clock of `EventLoop`, when it has to be asked for again.
    let expires: Int64
    let note: String
  }

  /// Milliseconds until the resolver is asked again, and how often it is asked: `timeout` and `attempts` of resolv.conf(5).
  private static let patience: Int64 = 5_000
  private static let attempts = 2

  private let endpoint: Endpoint
  private let server: Resolver.Address
  private let network: NetworkExchange

  init?(_ endpoint: Endpoint) {
    guard let server = AddressMap.address(endpoint.host),
      let map = try? AddressMap("\(endpoint.host) \(endpoint)")
    else { return nil }
    self.endpoint = endpoint
    self.server = server
    var network = NetworkExchange(map)
    network.patience = Self.patience
    self.network = network
  }

  func find(_ host: String) throws -> Found {
    let name: DNS.Name
    do { name = try parseName(host) } catch let error as NotStarted { throw error } catch {
      throw Visitor.Failure(phase: .dns, reason: "\(host) is no name")
    }
    let reply = try ask(
      DNS.Message(
        header: DNS.Header(recursionDesired: true), questions: [DNS.Question(name: name, type: .a)]))
    guard let (address, ttl) = Self.address(of: name, in: reply.answers) else {
      let code = try wholeResponseCode(of: reply)
      let reason =
        switch code {
        case .noError: "has no address"
        case .nonExistentDomain: "does not exist"
        default: "was not found, response code \(code.rawValue)"
        }
      throw Visitor.Failure(phase: .dns, reason: "\(host) \(reason), says \(endpoint)")
    }
    return Found(
      address: .v4(address), expires: EventLoop.now + Int64(ttl) * 1000,
      note: "\(host) is \(try ipv4Text(address)) for \(ttl) s, says \(endpoint)")
  }

  private func ask(_ query: DNS.Message) throws -> DNS.Message {
    for _ in 0..<Self.attempts {
      do {
        let reply = try network.exchange(query, Resolver.Server(server))
        guard reply.header.isTruncated else { return reply }
        return try network.exchange(query, Resolver.Server(server, over: .tcp))
      } catch is Resolver.NoReply {
        continue
      }
    }
    throw Visitor.Failure(
      phase: .dns, reason: "\(endpoint) does not answer. Is lab resolver running there?")
  }

  /// Follows aliases from the name to an address (RFC 1034 §5.3.3). The address may be kept as long as each record on the way.
  private static func address(
    of name: DNS.Name, in answers: [DNS.ResourceRecord]
  ) -> (DNS.IPv4Address, ttl: UInt32)? {
    var name = name
    var ttl = UInt32.max
    // Each alias is followed once at most, so a circle ends.
    for _ in 0...answers.count {
      for record in answers where record.name == name {
        if case .a(let address) = record.data { return (address, min(ttl, record.ttl)) }
      }
      guard
        let alias = answers.first(where: { record in
          if case .cname = record.data { record.name == name } else { false }
        }), case .cname(let target) = alias.data
      else { return nil }
      ttl = min(ttl, alias.ttl)
      name = target
    }
    return nil
  }
}
