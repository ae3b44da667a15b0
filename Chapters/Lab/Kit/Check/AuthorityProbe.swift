import DNSMessages
import PostRoad

/// What the rules for name servers have in common: they ask one question, and read the answer.
struct AuthorityProbe {
  /// The ID of all queries. Nobody forges anything here.
  static let id: UInt16 = 0x5052

  let peer: any AuthorityPeer

  static func query(
    _ name: DNS.Name, _ type: DNS.RecordType = .soa, edns: DNS.EDNS? = nil,
    _ change: (inout DNS.Header) -> Void = { _ in }
  ) throws -> DNS.Message {
    var header = DNS.Header(id: id)
    change(&header)
    return DNS.Message(
      header: header, questions: [DNS.Question(name: name, type: type)],
      additionals: try edns.map { [try makeOPT($0)] } ?? [])
  }

  /// Asks over UDP.
  func ask(_ query: DNS.Message) throws -> Answer {
    let bytes = try encodeMessage(query)
    return try Answer(query, bytes, peer.datagrams([bytes]))
  }

  /// An answer, and what was asked.
  struct Answer {
    let query: DNS.Message
    let sent: [UInt8]
    let octets: [UInt8]
    let message: DNS.Message

    init(_ query: DNS.Message, _ sent: [UInt8], _ octets: [UInt8]) throws {
      self.query = query
      self.sent = sent
      self.octets = octets
      do { message = try parseMessage(octets) } catch let error as NotStarted { throw error } catch {
        throw CheckFinding(
          asked: Self.asked(query), wanted: "a DNS message", got: "\(octets.count) octets: \(error)")
      }
    }

    var code: UInt16 {
      (try? wholeResponseCode(of: message).rawValue) ?? message.header.responseCode.rawValue
    }
    var options: [DNS.ResourceRecord] { message.additionals.filter { $0.type == .opt } }

    func expect(_ wanted: String, _ isRight: Bool) throws {
      try LabKit.expect(
        isRight, asked: Self.asked(query), wanted: wanted, got: DNSTold.line(sent, octets))
    }

    private static func asked(_ query: DNS.Message) -> String {
      query.questions.first.map(DNSTold.question) ?? "a message without a question"
    }
  }
}
