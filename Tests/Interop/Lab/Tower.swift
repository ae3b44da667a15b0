import DNSAuthority
import DNSAuthoritySupport
import DNSMessages
import DNSMessagesSupport
import Foundation
import PostRoad
import Testing

/// `lab authority` over the zone that chapter 2's recordings were made of.
final class Tower {
  let folder: URL
  private let zone: String
  private let server: LabProcess

  /// - Parameter options: more of `lab authority`'s.
  init(_ options: String...) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "postroad-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let recording = Corpus.package.appending(path: "Tests/Support/Recording/authority.zone")
    // Chapter 2 reads a DS as what has no name of its own.
    zone = try String(contentsOf: recording, encoding: .utf8)
      .replacing("DS    60485 5 1 ", with: "TYPE43 \\# 24 EC45 05 01 ")
    let file = folder.appending(path: "authority.zone")
    try zone.write(to: file, atomically: true, encoding: .utf8)
    server = try LabProcess(
      ["authority", "--zone", file.path(percentEncoded: false), "--listen", "127.0.0.1:0"] + options)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var port: UInt16 { get throws { try server.port } }

  /// What dig prints of an answer to it.
  func dig(_ name: String, _ type: String, _ options: String...) throws -> DigOutput {
    let dig = try #require(Program("dig"))
    return DigOutput(
      try dig.output(
        ["@127.0.0.1", "-p", "\(try port)", "+norecurse", "+tries=1", "+time=5"] + options + [name, type]))
  }

  /// Every owner in the zone, and what is beside it and below it.
  var names: [DNS.Name] {
    get throws {
      let records = try readZone(tokenize(Array(zone.utf8)), origin: .root, address: addressData)
      var seen: Set<DNS.Name> = []
      let owners = records.map(\.name).filter { seen.insert($0).inserted }
      let below = owners.map { DNS.Name(labels: [Array("x".utf8)] + $0.labels) }
      return (owners + below).filter { seen.insert($0).inserted || owners.contains($0) }
    }
  }

  /// NSD over the same zone, once it answers.
  func startNSD() throws -> (daemon: Daemon, port: UInt16) {
    let nsd = try #require(Program("nsd"))
    let port = try Loopback.freePort()
    let recording = Corpus.package.appending(path: "Tests/Support/Recording/authority-nsd.conf")
    let configuration = try String(contentsOf: recording, encoding: .utf8)
      .replacing("@RUN@", with: folder.path(percentEncoded: false)).replacing("@5321", with: "@\(port)")
    let file = folder.appending(path: "nsd.conf")
    try configuration.write(to: file, atomically: true, encoding: .utf8)
    let daemon = try nsd.start(["-d", "-c", file.path(percentEncoded: false)])
    let query = try encodeMessage(
      DNS.Message(
        header: DNS.Header(id: 1), questions: [DNS.Question(name: plainName("postroad.example"), type: .soa)])
    )
    // NSD says nothing when it is ready. A port where nobody listens refuses at once, so every try waits a little.
    for _ in 0..<200 {
      if let reply = try? NameServers.ask(query, at: port, over: .tcp, patience: 1_000), !reply.isEmpty {
        return (daemon, port)
      }
      usleep(50_000)
    }
    throw Silent()
  }

  private struct Silent: Error {}
}
