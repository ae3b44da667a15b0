import PostRoad
import TestSupport

/// A request that two readers may read differently, and what two real servers made of it.
public struct DoubtfulHead: Sendable {
  /// What is doubtful about it.
  public let name: String
  /// The request; each character is one byte, and a control character stands there as its picture.
  public let sent: String
  /// What nginx and HAProxy answered, and what each passed on to its backend, a string for each connection.
  public let nginx: [String], haproxy: [String]

  /// All of them, in the order of the recording.
  public static let recorded = DoubtfulHeads.recorded.split(separator: "@ ").map { entry in
    let lines = entry.split(separator: "\n").map(String.init)
    let told = { (line: String) in String(line.dropFirst("haproxy ".count)) }
    let second = lines.firstIndex { $0.hasPrefix("haproxy") }!
    return DoubtfulHead(
      name: lines[0], sent: told(lines[1]), nginx: lines[2..<second].map(told),
      haproxy: lines[second...].map(told))
  }

  /// The bytes that were sent.
  public var bytes: [UInt8] {
    sent.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x2400...0x241F: UInt8(scalar.value - 0x2400)
      case 0x2421: 0x7F
      default: UInt8(scalar.value)
      }
    }
  }

  /// The bytes up to the body.
  public var length: Int {
    let bytes = bytes
    let end: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
    return (bytes.indices.first { bytes[$0...].starts(with: end) } ?? bytes.count) + end.count
  }

  /// The head, read without any care: good for those whose lines are beyond doubt.
  public var head: LB.RequestHead {
    let text = String(String.UnicodeScalarView(bytes.prefix(length).map { Unicode.Scalar($0) }))
    let lines = text.split(separator: "\r\n")
    let words = lines[0].split(separator: " ").map(String.init)
    let fields = lines.dropFirst().map { line in
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      return LB.Field(parts[0].lowercased(), String(parts[1].drop { $0 == " " }))
    }
    return LB.RequestHead(
      method: words[0], target: words[1], minorVersion: words[2] == "HTTP/1.0" ? 0 : 1, fields: fields,
      length: length)
  }
}

extension DoubtfulHead: CheckDescribable, CustomStringConvertible {
  /// What was sent and what the two servers did, for a failure to show.
  public var description: String {
    """
    \(name): \(Self.short(sent))
    \(DoubtfulHeads.nginx) \(Self.told(nginx)); \(DoubtfulHeads.haproxy) \(Self.told(haproxy))
    """
  }

  public var checkDescription: String { description }

  private static func told(_ done: [String]) -> String {
    switch done.count {
    case 1: "answered " + done[0].prefix { $0 != "," }
    case 2: "passed it on as " + short(done[1])
    default: "passed on \(done.count - 1) requests"
    }
  }

  private static func short(_ text: String) -> String {
    text.count > 200 ? "\(text.prefix(60)) … \(text.suffix(40))" : text
  }
}
