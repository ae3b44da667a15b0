import DNSAuthority
import DNSMessages
import LabKit
import PostRoad
import Testing

/// A small internet without sockets: which authority is at which address. It counts, and can be silent.
final class ScriptedNetwork {
  private let authorities: [Resolver.Address: Authority]
  /// Who was asked, in order.
  private(set) var asked: [String] = []
  /// What they were asked: `192.0.2.1 example. A`, with the type's number.
  private(set) var heard: [String] = []
  var silent: Set<String> = []
  /// Changes what an authority says, before it is believed.
  var forge: (DNS.Message) -> DNS.Message = { $0 }

  init(_ servers: [(address: String, zones: [String])]) throws {
    var authorities: [Resolver.Address: Authority] = [:]
    for (address, zones) in servers {
      authorities[.v4(try parseIPv4(address))] = Authority(
        zones: try zones.map { try ZoneFile.read(Array($0.utf8)) })
    }
    self.authorities = authorities
  }

  func exchange(_ query: DNS.Message, _ server: Resolver.Server) throws -> DNS.Message {
    guard case .v4(let number) = server.address else { throw Resolver.NoReply() }
    let address = try ipv4Text(number)
    asked.append(address)
    heard += query.questions.map { "\(address) \($0.name) \($0.type.rawValue)" }
    guard !silent.contains(address), let authority = authorities[server.address] else {
      throw Resolver.NoReply()
    }
    let octets = try authority.answer(
      to: encodeMessage(query), over: server.transport == .udp ? .udp : .tcp)
    return forge(try parseMessage(#require(octets)))
  }
}
