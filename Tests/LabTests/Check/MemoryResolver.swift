import DNSMessages
import DNSResolution
import LabKit
import PostRoad

/// Our resolver as `lab check` sees it, without sockets. It can be made to do things wrong.
struct MemoryResolver: AuthorityPeer {
  private let network: ScriptedNetwork
  private let resolver: RecursiveResolver
  /// What is sent in place of an answer, given the query; nil where nothing is.
  var change: (_ query: [UInt8], _ answer: DNS.Message?) throws -> DNS.Message? = { $1 }

  init() throws {
    let root = """
      . 600 SOA a.root. warden.root. 1 7200 900 1209600 300
      . 600 NS a.root.
      postroad.example. 600 NS ns1.postroad.example.
      ns1.postroad.example. 600 A 192.0.2.53
      """
    network = try ScriptedNetwork([("192.0.2.1", [root]), ("192.0.2.53", [MemoryAuthority.zone])])
    resolver = RecursiveResolver(roots: [.v4(try parseIPv4("192.0.2.1"))])
  }

  func datagrams(_ messages: [[UInt8]]) throws -> [UInt8] {
    for message in messages { if let answer = try answer(message, over: .udp) { return answer } }
    throw MemoryAuthority.Silence()
  }

  func stream(_ pieces: [[UInt8]], count: Int) throws -> [[UInt8]] {
    var framer = TCPFramer()
    let answers = try framer.receive(Array(pieces.joined())).compactMap { try answer($0, over: .tcp) }
    guard answers.count >= count else { throw MemoryAuthority.Silence() }
    return answers
  }

  private func answer(_ octets: [UInt8], over transport: Socket.Transport) throws -> [UInt8]? {
    let right = try reply(octets, over: transport).map { try parseMessage($0) }
    return try change(octets, right).map { try encodeMessage($0) }
  }

  private func reply(_ octets: [UInt8], over transport: Socket.Transport) throws -> [UInt8]? {
    switch try ResolverDoor.admit(octets) {
    case .silent: return nil
    case .refused(let refusal): return refusal
    case .query(let query, let edns):
      let reply = try serve(
        query, isAllowed: true, cached: { try resolver.cached($0, now: 0) },
        resolve: { try resolver.resolve($0, now: { 0 }, exchange: network.exchange) })
      return try reply.map { try ResolverDoor.octets(of: $0, edns: edns, over: transport) }
    }
  }
}
