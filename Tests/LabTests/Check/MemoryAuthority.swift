import DNSMessages
import LabKit
import PostRoad

/// Our authority as `lab check` sees it, without sockets. It can be made to do things wrong.
struct MemoryAuthority: AuthorityPeer {
  struct Silence: Error {}

  static let zone = """
    $ORIGIN postroad.example.
    $TTL 600
    @ SOA ns1 warden 1 7200 900 1209600 300
    @ NS ns1
    @ TXT "\(String(repeating: "a", count: 250))" "\(String(repeating: "b", count: 250))"
    ns1 A 192.0.2.53
    """

  private let authority: Authority
  /// What is sent in place of an answer, given the query; nil where nothing is.
  var change: (_ query: [UInt8], _ answer: DNS.Message?) throws -> DNS.Message? = { $1 }
  /// Only the first query of a connection is answered, and only if it comes in one piece.
  var isHasty = false
  /// Responses over UDP are as long as they are.
  var ignoresSize = false

  init() throws { authority = Authority(zones: [try ZoneFile.read(Array(Self.zone.utf8))]) }

  func datagrams(_ messages: [[UInt8]]) throws -> [UInt8] {
    for message in messages {
      if let answer = try answer(message, over: ignoresSize ? .tcp : .udp) { return answer }
    }
    throw Silence()
  }

  func stream(_ pieces: [[UInt8]], count: Int) throws -> [[UInt8]] {
    var framer = TCPFramer()
    var messages = try framer.receive(isHasty ? pieces[0] : Array(pieces.joined()))
    if isHasty { messages = Array(messages.prefix(1)) }
    let answers = try messages.compactMap { try answer($0, over: .tcp) }
    guard answers.count >= count else { throw Silence() }
    return answers
  }

  private func answer(_ query: [UInt8], over transport: Socket.Transport) throws -> [UInt8]? {
    let right = try authority.answer(to: query, over: transport).map { try parseMessage($0) }
    return try change(query, right).map { try encodeMessage($0) }
  }
}
