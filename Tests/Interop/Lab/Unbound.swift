import DNSMessages
import DNSMessagesSupport
import Foundation
import PostRoad
import Testing

/// Unbound on loopback, which asks one authority about a zone, and nobody else about anything.
final class Unbound {
  private struct Silent: Error {}

  let port: UInt16
  private let folder: URL
  private let daemon: Daemon

  /// - Parameter authority: the port of the one that it asks.
  init(asking authority: UInt16) throws {
    let program = try #require(Program("unbound"))
    folder = FileManager.default.temporaryDirectory.appending(path: "postroad-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    port = try Loopback.freePort()
    let path = folder.path(percentEncoded: false)
    // Delegations lead to documentation addresses, and so does the root: it asks none of them, and fails at once.
    let configuration = """
      server:
        interface: 127.0.0.1
        port: \(port)
        do-daemonize: no
        username: ""
        chroot: ""
        directory: "\(path)"
        pidfile: "\(path)unbound.pid"
        logfile: "\(path)unbound.log"
        use-syslog: no
        num-threads: 1
        do-ip6: no
        module-config: "iterator"
        do-not-query-localhost: no
        do-not-query-address: 192.0.2.0/24
        use-caps-for-id: yes
        infra-cache-numhosts: 100
      remote-control:
        control-enable: no
      stub-zone:
        name: "postroad.example"
        stub-addr: 127.0.0.1@\(authority)
      stub-zone:
        name: "."
        stub-addr: 192.0.2.1
      """
    let file = folder.appending(path: "unbound.conf")
    try configuration.write(to: file, atomically: true, encoding: .utf8)
    daemon = try program.start(["-d", "-c", file.path(percentEncoded: false)])
    let question = DNS.Question(name: plainName("postroad.example"), type: .soa)
    // A port where nobody listens yet refuses at once, so every try waits a little.
    for _ in 0..<200 {
      if let reply = try? ask(question), !reply.answers.isEmpty { return }
      usleep(50_000)
    }
    throw Silent()
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func ask(_ question: DNS.Question) throws -> DNS.Message {
    let query = DNS.Message(header: DNS.Header(id: 5, recursionDesired: true), questions: [question])
    return try parseMessage(NameServers.ask(encodeMessage(query), at: port, over: .tcp))
  }
}
