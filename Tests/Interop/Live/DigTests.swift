import DNSMessages
import DNSMessagesSupport
import Foundation
import PostRoad
import Testing

extension Live {
  /// Interop: dig reads what the solutions write.
  @Suite(.enabled(if: Program("dig") != nil, "needs dig, of Debian's package bind9-dnsutils"))
  struct DigTests {
    /// Every recorded reply, parsed and written again by the solutions, is sent to dig by a socket of the test's own.
    @Test func `dig reads every recorded reply as the solutions write it`() throws {
      let dig = try #require(Program("dig"))
      let replies = WireMessage.all.filter { $0.direction == "reply" }
      #expect(replies.count >= 60)
      for reply in replies {
        let words = reply.question.split(separator: " ").map(String.init)
        let transport: Loopback.Transport = words.contains("+tcp") ? .tcp : .udp
        let socket = try Loopback(over: transport)
        let port = try socket.port
        let recorded = try parseMessage(reply.bytes)
        let serving = Thread {
          try? Self.serve(recorded, on: socket, over: transport)
        }
        serving.start()
        let printed = try dig.output(
          ["@127.0.0.1", "-p", "\(port)", "+tries=1", "+time=5", "+nocmd", "+nostats"] + words)
        let read = DigOutput(printed)
        let told = reply.told.filter { !$0.hasPrefix("edns") }.map(DigOutput.comparable).sorted()
        #expect(read.entries == told, "\(reply)")
        #expect(read.flags == Self.flags(recorded.header), "\(reply)")
      }
    }

    /// Answers one query with a message, under the query's ID and question.
    private static func serve(_ message: DNS.Message, on socket: Loopback, over transport: Loopback.Transport)
      throws
    {
      func reply(to bytes: [UInt8]) throws -> [UInt8] {
        let query = try parseMessage(bytes)
        var reply = message
        reply.header.id = query.header.id
        return try encodeMessage(reply)
      }
      guard transport == .tcp else { return try socket.answer(reply) }
      let connection = try socket.accepted()
      var framer = TCPFramer()
      while true {
        let bytes = try connection.receive()
        if bytes.isEmpty { return }
        for query in try framer.receive(bytes) { try connection.send(frameForTCP(reply(to: query))) }
      }
    }

    /// The flags as dig prints them.
    private static func flags(_ header: DNS.Header) -> String {
      let names = [
        (header.isResponse, "qr"), (header.isAuthoritative, "aa"), (header.isTruncated, "tc"),
        (header.recursionDesired, "rd"), (header.recursionAvailable, "ra"), (header.isAuthenticData, "ad"),
        (header.checkingDisabled, "cd"),
      ]
      return names.filter(\.0).map(\.1).joined(separator: " ")
    }
  }
}
