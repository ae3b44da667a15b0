/// The vocabulary of a stub resolver: the part of the system library that asks a resolver on behalf of one program.
public enum Stub {
  /// The most servers that are asked: MAXNS of resolv.conf(5).
  public static let maximumServers = 3

  /// What a stub resolver wants to have done, or has to say.
  public enum Action: Hashable, Sendable {
    /// Send this query.
    case send(DNS.Message, to: Resolver.Server)
    /// Call `tick(now:)` at this time, in milliseconds.
    case wake(at: Int64)
    /// This is the answer. Nothing is asked any more.
    case answered(Answer)
    /// No server has helped. Nothing is asked any more.
    case failed
  }

  /// What a question came to.
  public struct Answer: Hashable, Sendable {
    /// NOERROR or NXDOMAIN.
    public var code: DNS.ResponseCode
    /// The records that were asked for, in the order of the reply; none where the name or the type does not exist.
    public var records: [DNS.ResourceRecord]
    /// The seconds for which the records may be used; nil where there are none.
    public var ttl: UInt32?

    public init(code: DNS.ResponseCode = .noError, records: [DNS.ResourceRecord] = [], ttl: UInt32? = nil) {
      self.code = code
      self.records = records
      self.ttl = ttl
    }
  }

  /// Why a stub resolver cannot work, or not now.
  public enum Refusal: Error, Hashable, Sendable {
    /// There is nobody to ask.
    case noServers
    /// Nobody can reply in 0 ms.
    case noTimeout
    /// With fewer than one round nobody is asked; so many were given.
    case tooFewRounds(Int)
    /// The question before has no answer yet.
    case busy
  }
}
