import PostRoad
import TestSupport

/// A record's data that was read, compared and shown with the case of its names: `MX 10 mail.postroad.example.`; data that
/// was not explained as `A \# 4 c0000250` (RFC 3597 §5).
public struct ReadData: Equatable, CheckDescribable, Sendable {
  public var data: DNS.RecordData

  public init(_ data: DNS.RecordData) { self.data = data }

  public static func == (left: ReadData, right: ReadData) -> Bool {
    left.data == right.data && left.data.told == right.data.told
  }

  public var checkDescription: String { "\(data.type.told) \(data.told)" }
}

/// An entry of the question section that was read, and where reading goes on.
public struct ReadQuestion: Equatable, CheckDescribable, Sendable {
  /// `www.postroad.example. IN A`
  public var told: String
  public var end: Int

  public init(_ told: String, end: Int) {
    self.told = told
    self.end = end
  }

  public var checkDescription: String { "\(told), and reading goes on at \(end)" }
}

/// A record's head that was read, and where reading goes on.
public struct ReadHead: Equatable, CheckDescribable, Sendable {
  /// `www.postroad.example. 3600 IN A`
  public var told: String
  public var data: Range<Int>
  public var end: Int

  public init(_ told: String, data: Range<Int>, end: Int) {
    self.told = told
    self.data = data
    self.end = end
  }

  public init(_ head: DNS.RecordHead, end: Int) {
    let told = "\(plainText(head.name)) \(head.ttl) \(head.recordClass.told) \(head.type.told)"
    self.init(told, data: head.dataRange, end: end)
  }

  public var checkDescription: String { "\(told), data in \(data), and reading goes on at \(end)" }
}

/// Data to be read: of which type and class, in which octets, and what follows it in the message.
public struct DataPassage: CheckDescribable, Sendable {
  public var type: DNS.RecordType
  public var recordClass: DNS.RecordClass
  public var data: [UInt8]
  public var after: [UInt8]

  public init(
    _ type: DNS.RecordType, _ data: String, _ recordClass: DNS.RecordClass = .internet, after: String = ""
  ) {
    self.type = type
    self.recordClass = recordClass
    self.data = bytes(hex: data)
    self.after = bytes(hex: after)
  }

  public var checkDescription: String {
    let data = data.isEmpty ? "no octets" : hex(data)
    let rest = after.isEmpty ? "the message ends" : "the message goes on with \(hex(after))"
    return "\(recordClass.told) \(type.told), data \(data), then \(rest)"
  }
}
