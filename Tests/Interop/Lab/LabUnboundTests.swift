import DNSMessages
import DNSMessagesSupport
import PostRoad
import Testing

extension Live {
  /// Interop: a resolver of others has the solutions of chapters 1 and 2 for its authority.
  @Suite(
    .enabled(
      if: Program("unbound") != nil && Program("nsd") != nil,
      "needs unbound and nsd: sh Tests/Interop/Live/unpack-servers.sh .build/servers"))
  struct LabUnboundTests {
    /// What a client gets: TTLs have been counted down, and neither the order of records nor case has a meaning.
    private struct Told: Equatable {
      let code: DNS.ResponseCode
      let answers: Set<DNS.ResourceRecord>
      let authorities: Set<DNS.ResourceRecord>

      init(_ message: DNS.Message) {
        func told(_ records: [DNS.ResourceRecord]) -> Set<DNS.ResourceRecord> {
          Set(
            records.map { record in
              var record = record
              record.ttl = 0
              return record
            })
        }
        code = message.header.responseCode
        answers = told(message.answers)
        authorities = told(message.authorities)
      }
    }

    @Test func `Unbound answers the same with it as with NSD`() throws {
      let tower = try Tower("--compiled")
      let (nsd, port) = try tower.startNSD()
      let ours = try Unbound(asking: tower.port)
      let theirs = try Unbound(asking: port)
      var codes: Set<DNS.ResponseCode> = []
      try withExtendedLifetime(nsd) {
        for name in try tower.names {
          for type in [.a, .mx, .txt, .ns] as [DNS.RecordType] {
            let question = DNS.Question(name: name, type: type)
            let told = try Told(ours.ask(question))
            #expect(try told == Told(theirs.ask(question)), "\(name) \(type.told)")
            codes.insert(told.code)
          }
        }
      }
      #expect(codes == [.noError, .nonExistentDomain, .serverFailure])
    }
  }
}
