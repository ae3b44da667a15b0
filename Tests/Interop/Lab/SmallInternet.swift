import Foundation
import Testing

/// Root, TLD and authorities on loopback, each a `lab authority`, and a `lab resolver` that finds its way through them.
final class SmallInternet {
  private static let zones = [
    "root": """
    $TTL 3600
    . SOA a.root. warden.root. 1 7200 900 1209600 300
    . NS a.root.
    a.root. A 192.0.2.1
    example. NS ns.example.
    ns.example. A 192.0.2.2
    """,
    "example": """
    $ORIGIN example.
    $TTL 3600
    @ SOA ns warden 1 7200 900 1209600 300
    @ NS ns
    ns A 192.0.2.2
    postroad NS ns1.postroad
    postroad NS ns2.postroad
    ns1.postroad A 192.0.2.53
    ns2.postroad A 192.0.2.54
    ; Its server has its own address in a third zone.
    elsewhere NS ns1.postroad
    glueless NS ns.elsewhere
    lame NS ns1.postroad
    dead NS ns.dead
    ns.dead A 192.0.2.99
    """,
    "postroad": """
    $ORIGIN postroad.example.
    $TTL 600
    @ SOA ns1 warden 1 7200 900 1209600 300
    @ NS ns1
    @ NS ns2
    ns1 A 192.0.2.53
    ns2 A 192.0.2.54
    www A 192.0.2.80
    mail A 192.0.2.25
    brief 1 A 192.0.2.82
    deep.below.there A 192.0.2.83
    road CNAME www.elsewhere.example.
    *.wild A 192.0.2.70
    long TXT "\(String(repeating: "a", count: 250))" "\(String(repeating: "b", count: 250))"
    long TXT "\(String(repeating: "c", count: 250))" "\(String(repeating: "d", count: 250))"
    long TXT "\(String(repeating: "e", count: 250))" "\(String(repeating: "f", count: 250))"
    """,
    "elsewhere": """
    $ORIGIN elsewhere.example.
    $TTL 600
    @ SOA ns warden 1 7200 900 1209600 300
    @ NS ns1.postroad.example.
    ns A 192.0.2.55
    www A 192.0.2.90
    """,
    "glueless": """
    $ORIGIN glueless.example.
    $TTL 600
    @ SOA ns.elsewhere.example. warden 1 7200 900 1209600 300
    @ NS ns.elsewhere.example.
    host A 192.0.2.91
    """,
  ]

  /// Which zones are at which address.
  private static let servers: KeyValuePairs = [
    "192.0.2.1": ["root"], "192.0.2.2": ["example"], "192.0.2.53": ["postroad", "elsewhere"],
    "192.0.2.54": ["postroad", "elsewhere"], "192.0.2.55": ["glueless"],
  ]

  let resolver: LabProcess
  private var authorities: [String: LabProcess]
  let folder: URL

  /// - Parameter options: more of `lab resolver`'s.
  init(_ options: String...) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "postroad-\(UUID().uuidString)")
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func file(_ name: String, _ text: String) throws -> String {
      let file = folder.appending(path: name)
      try (text + "\n").write(to: file, atomically: true, encoding: .utf8)
      return file.path(percentEncoded: false)
    }
    var map = ""
    var authorities: [String: LabProcess] = [:]
    for (address, names) in Self.servers {
      let files = try names.flatMap { ["--zone", try file($0, Self.zones[$0] ?? "")] }
      let authority = try LabProcess(["authority", "--listen", "127.0.0.1:0", "--trace"] + files)
      map += "\(address) \(try authority.address)\n"
      authorities[address] = authority
    }
    self.authorities = authorities
    // Nobody is at this one: a port that was free a moment ago.
    map += "192.0.2.99 127.0.0.1:\(try Loopback.freePort())\n"
    let hints = try file("hints", ". 3600000 NS a.root.\na.root. 3600000 A 192.0.2.1")
    resolver = try LabProcess(
      ["resolver", "--listen", "127.0.0.1:0", "--root-hints", hints, "--map-addresses", try file("map", map)]
        + options)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func kill(_ address: String) { authorities[address] = nil }

  /// Ends an authority, and returns how many queries it had.
  func queries(of address: String) throws -> Int? {
    let authority = try #require(authorities[address])
    authorities[address] = nil
    return Int(try authority.interrupted().last.split(separator: " ").dropLast().last ?? "")
  }

  /// Ends an authority, and returns the questions that it had, in lower case: `www.postroad.example. a`.
  func questions(to address: String) throws -> [String] {
    let authority = try #require(authorities[address])
    authorities[address] = nil
    _ = try authority.interrupted()
    // 127.0.0.1:40000 udp: www.postroad.example. A: NOERROR aa, 1 answer, 62 octets
    return authority.lines.map { $0.components(separatedBy: ": ") }.filter { $0.count > 2 }.map {
      $0[1].lowercased()
    }
  }

  /// What dig prints of the resolver's answer.
  func dig(_ name: String, _ type: String, _ options: String...) throws -> DigOutput {
    let dig = try #require(Program("dig"))
    return DigOutput(
      try dig.output(
        ["@127.0.0.1", "-p", "\(try resolver.port)", "+tries=1", "+time=20"] + options + [name, type]))
  }
}
