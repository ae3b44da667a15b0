import DNSMessages
import DNSMessagesSupport
import Foundation
import PostRoad
import Testing

/// NSD, Knot and BIND on loopback, over the zone that the recordings were made of.
final class NameServers {
  enum Kind: String, Sendable, CaseIterable {
    case nsd = "NSD"
    case knot = "Knot"
    case bind = "BIND"

    fileprivate var program: Program? {
      switch self {
      case .nsd: Program("nsd")
      case .knot: Program("knotd")
      case .bind: Program("named")
      }
    }

    /// The configuration's name, and the port that stands in it.
    fileprivate var configuration: (name: String, port: String) {
      switch self {
      case .nsd: ("nsd", "5311")
      case .knot: ("knot", "5312")
      case .bind: ("named", "5313")
      }
    }

    fileprivate func arguments(_ file: String) -> [String] {
      switch self {
      case .nsd: ["-d", "-c", file]
      case .knot: ["-c", file]
      case .bind: ["-f", "-c", file]
      }
    }
  }

  /// Whether all three can be started.
  static var areThere: Bool { Kind.allCases.allSatisfy { $0.program != nil } }

  private(set) var ports: [Kind: UInt16] = [:]
  private let folder: URL
  private var daemons: [Daemon] = []

  /// Starts all three, and waits until each answers.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "postroad-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "knot"), withIntermediateDirectories: true)
    let recording = Corpus.package.appending(path: "Tests/Support/Recording")
    try FileManager.default.copyItem(
      at: recording.appending(path: "messages.zone"), to: folder.appending(path: "messages.zone"))
    for kind in Kind.allCases { ports[kind] = try Loopback.freePort() }
    for kind in Kind.allCases {
      let program = try #require(kind.program)
      let name = "messages-\(kind.configuration.name).conf"
      var text = try String(contentsOf: recording.appending(path: name), encoding: .utf8)
      text = text.replacing("@RUN@", with: folder.path(percentEncoded: false))
      text = text.replacing(/\b531[123]\b/) { match in
        let other = Kind.allCases.first { $0.configuration.port == match.output }
        return other.flatMap { ports[$0] }.map { "\($0)" } ?? String(match.output)
      }
      let file = folder.appending(path: name)
      try text.write(to: file, atomically: true, encoding: .utf8)
      daemons.append(try program.start(kind.arguments(file.path(percentEncoded: false))))
      try waitForAnswer(kind)
    }
  }

  deinit {
    daemons = []
    try? FileManager.default.removeItem(at: folder)
  }

  func port(of kind: Kind) throws -> UInt16 { try #require(ports[kind]) }

  /// Asks as often as it takes; a server that is not there refuses at once, so every try waits for an answer or a little.
  private func waitForAnswer(_ kind: Kind) throws {
    let query = DNS.Message(
      header: DNS.Header(recursionDesired: true),
      questions: [DNS.Question(name: plainName("postroad.example"), type: .soa)])
    let bytes = try encodeMessage(query)
    for _ in 0..<200 {
      let reply = try? Self.ask(bytes, at: port(of: kind), over: .udp, patience: 100)
      if let reply, let message = try? parseMessage(reply), !message.answers.isEmpty { return }
      usleep(50_000)
    }
    throw NotReady(server: kind.rawValue)
  }

  private struct NotReady: Error { let server: String }

  /// Sends a message, and returns what comes back.
  static func ask(_ query: [UInt8], at port: UInt16, over transport: Loopback.Transport, patience: Int = 5000)
    throws
    -> [UInt8]
  {
    let socket = try Loopback(to: port, over: transport, patience: patience)
    guard transport == .tcp else {
      try socket.send(query)
      return try socket.receive()
    }
    try socket.send(frameForTCP(query))
    var framer = TCPFramer()
    while true {
      let bytes = try socket.receive()
      if bytes.isEmpty { try framer.finish() }
      try #require(!bytes.isEmpty, "the server closed the connection without a reply")
      if let message = try framer.receive(bytes).first { return message }
    }
  }
}
