import PostRoad
import TestSupport

/// Puts damaged and generated messages to a codec, the same ones for the same seed.
public struct MessageFuzz {
  /// What came of it.
  public struct Report: Sendable {
    public var inputs = 0
    /// Messages that were read, and messages that were refused with an error of the codec's own.
    public var read = 0
    public var refused = 0
    /// What should not be: another error, or a message that does not read as it was written.
    public var faults: [String] = []

    public init() {}
  }

  private let parse: ([UInt8]) throws -> DNS.Message
  private let encode: (DNS.Message) throws -> [UInt8]
  private var random: SeededRandom
  private let seeds = WireMessage.all.map(\.bytes)

  public init(
    seed: UInt64, parse: @escaping ([UInt8]) throws -> DNS.Message,
    encode: @escaping (DNS.Message) throws -> [UInt8]
  ) {
    self.parse = parse
    self.encode = encode
    random = SeededRandom(seed: seed)
  }

  /// Recorded messages with one to four changes each: whatever is read has to be written and read as the same.
  public mutating func damage(count: Int) -> Report {
    var report = Report()
    for _ in 0..<count {
      let bytes = damaged()
      report.inputs += 1
      do {
        let message = try parse(bytes)
        report.read += 1
        let again = try parse(encode(message))
        if again != message { report.faults.append("reads otherwise when written again: \(hex(bytes))") }
      } catch is DNS.MessageError {
        report.refused += 1
      } catch is DNS.NameError {
        report.refused += 1
      } catch is DNS.RecordError {
        report.refused += 1
      } catch {
        report.faults.append("\(error): \(hex(bytes))")
      }
    }
    return report
  }

  /// Messages made up of any names and records: parse(encode(m)) is m.
  public mutating func generate(count: Int) -> Report {
    var report = Report()
    for _ in 0..<count {
      let message = generated()
      report.inputs += 1
      do {
        let again = try parse(encode(message))
        report.read += 1
        if again != message {
          report.faults.append("reads otherwise than written: \(Self.difference(message, again))")
        }
      } catch {
        report.faults.append("\(error): \(message)")
      }
    }
    return report
  }

  /// The first entry in which two messages differ.
  private static func difference(_ written: DNS.Message, _ read: DNS.Message) -> String {
    for (ours, theirs) in zip(written.told, read.told) where ours != theirs { return "\(ours) as \(theirs)" }
    return "\(written) as \(read)"
  }

  // MARK: Damage

  private mutating func damaged() -> [UInt8] {
    var bytes = seeds[Int.random(in: 0..<seeds.count, using: &random)]
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 2: bytes.removeSubrange(place..<bytes.count)
      case 3: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      case 4: bytes.remove(at: place)
      case 5:
        // A pointer to anywhere.
        bytes.replaceSubrange(
          place..<min(place + 2, bytes.count),
          with: [0xC0 | UInt8.random(in: 0...1, using: &random), UInt8.random(in: 0...255, using: &random)])
      case 6: bytes[min(place % 12, bytes.count - 1)] = UInt8.random(in: 0...3, using: &random)
      default:
        let end = min(bytes.count, place + Int.random(in: 1...32, using: &random))
        bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
      }
    }
    return bytes
  }

  // MARK: Generation

  private mutating func generated() -> DNS.Message {
    // A few names, and names below them, so that there is something to compress.
    let names = (0..<4).map { _ in name() }
    func below(_ random: inout SeededRandom) -> DNS.Name { names[Int.random(in: 0..<4, using: &random)] }
    var header = DNS.Header(
      id: random.next(), isResponse: .random(using: &random),
      opcode: DNS.Opcode(rawValue: .random(in: 0...15, using: &random)),
      isAuthoritative: .random(using: &random), isTruncated: .random(using: &random),
      recursionDesired: .random(using: &random), recursionAvailable: .random(using: &random),
      reservedBit: .random(using: &random), isAuthenticData: .random(using: &random),
      checkingDisabled: .random(using: &random),
      responseCode: DNS.ResponseCode(rawValue: .random(in: 0...15, using: &random)))
    let counts = (0..<4).map { _ in Int.random(in: 0...3, using: &random) }
    header.questionCount = UInt16(counts[0])
    header.answerCount = UInt16(counts[1])
    header.authorityCount = UInt16(counts[2])
    header.additionalCount = UInt16(counts[3])
    let questions = (0..<counts[0]).map { _ in
      DNS.Question(name: below(&random), type: DNS.RecordType(rawValue: random.next()))
    }
    let sections = counts[1...].map { count in
      (0..<count).map { _ in
        let data = data(names)
        // In another class the data of these types is another (RFC 3597 §4), and read as opaque.
        let isInternet = [.a, .aaaa, .srv].contains(data.type)
        return DNS.ResourceRecord(
          name: below(&random),
          recordClass: isInternet ? .internet : DNS.RecordClass(rawValue: random.next()),
          ttl: random.next(), data: data)
      }
    }
    return DNS.Message(
      header: header, questions: questions, answers: sections[0], authorities: sections[1],
      additionals: sections[2])
  }

  private mutating func name() -> DNS.Name {
    var labels: [[UInt8]] = []
    var length = 1
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let label = octets(1...(Int.random(in: 0..<8, using: &random) == 0 ? 63 : 8))
      length += label.count + 1
      if length > DNS.Name.maximumLength { break }
      labels.append(label)
    }
    return DNS.Name(labels: labels)
  }

  private mutating func data(_ names: [DNS.Name]) -> DNS.RecordData {
    let name = names[Int.random(in: 0..<names.count, using: &random)]
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return .a(DNS.IPv4Address(rawValue: random.next()))
    case 1:
      return .aaaa(
        DNS.IPv6Address(rawValue: UInt128(random.next() as UInt64) << 64 | UInt128(random.next() as UInt64)))
    case 2: return .cname(name)
    case 3: return .ns(name)
    case 4: return .ptr(name)
    case 5: return .mx(preference: random.next(), exchange: name)
    case 6: return .txt((0..<Int.random(in: 1...3, using: &random)).map { _ in octets(0...255) })
    case 7:
      return .soa(
        DNS.StartOfAuthority(
          primary: name, responsible: names[0], serial: random.next(), refresh: random.next(),
          retry: random.next(), expire: random.next(), minimum: random.next()))
    case 8: return .srv(priority: random.next(), weight: random.next(), port: random.next(), target: name)
    default:
      return .opaque(DNS.RecordType(rawValue: .random(in: 256...65_535, using: &random)), octets(0...40))
    }
  }

  private mutating func octets(_ count: ClosedRange<Int>) -> [UInt8] {
    (0..<Int.random(in: count, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
  }
}
