import PostRoad

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How the node of a script is started as a program: the words of its command line, and the files that they name.
struct WorldPrograms {
  /// A folder for zones, hints and maps.
  let folder: String

  init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/postroad-world-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError("cannot make a folder in \(parent)") }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The command line of a node.
  ///
  /// - Parameters:
  ///   - peers: where the node reaches those that it asks.
  ///   - zones: the texts of an authority's zones.
  ///   - life: how often it was started before; each life has files of its own.
  func arguments(
    _ node: WorldScript.Node, peers: [WorldPlace: Endpoint], zones: [String], seed: UInt64, life: Int
  ) throws -> [String] {
    func peer(_ name: String) -> String { peers[.node(name)].map { "\($0)" } ?? "" }
    switch node.kind {
    case .client: return []
    case .authority:
      return try ["authority"]
        + zones.enumerated().flatMap { index, text in
          ["--zone", try file("\(node.name)-\(life)-\(index).zone", text)]
        }
    case .resolver(let roots):
      let hints = roots.enumerated().map { index, root in
        let type = if case .v4 = root { "A" } else { "AAAA" }
        return ". 3600000 NS r\(index).hints.\nr\(index).hints. 3600000 \(type) \(Self.text(root))\n"
      }
      let map = peers.compactMap { place, endpoint in
        if case .address(let address) = place { "\(Self.text(address)) \(endpoint)\n" } else { nil }
      }
      return [
        "resolver", "--root-hints", try file("\(node.name).hints", hints.joined()), "--map-addresses",
        try file("\(node.name).map", map.sorted().joined()),
      ]
    case .edge(let edge):
      return [
        "edge", "--origin", "http://\(peer(edge.parent))", "--name", node.name, "--timeout",
        "\(edge.patience / 1_000)s",
      ]
    case .balancer(let balancer):
      let backends = balancer.backends.map { "\(peer($0.name))*\($0.weight)" }.joined(separator: ",")
      let probe = balancer.probe.map { ["--health", $0.path, "--health-interval", "\($0.every)ms"] } ?? []
      return [
        "balancer", "--backends", backends, "--pick", balancer.rule.rawValue, "--name", node.name,
        "--timeout",
        "\(balancer.patience / 1_000)s", "--seed", "\(seed)",
      ] + probe
    case .backend(let delay): return ["backend", "--name", node.name, "--delay", "\(delay)ms"]
    }
  }

  /// Takes the folder away.
  func remove() {
    guard let entries = opendir(folder) else { return }
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      unlink("\(folder)/\(name)")
    }
    closedir(entries)
    rmdir(folder)
  }

  private func file(_ name: String, _ text: String) throws -> String {
    let path = "\(folder)/\(name)"
    try writeFile(path, text)
    return path
  }

  private static func text(_ address: Resolver.Address) -> String {
    // The host of an endpoint is the address as it is written.
    (try? AddressMap().endpoint(of: address).host) ?? ""
  }
}
