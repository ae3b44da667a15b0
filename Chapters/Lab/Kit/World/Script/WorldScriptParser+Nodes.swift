import PostRoad

extension WorldScriptParser {
  mutating func node(_ keyword: String, _ line: inout WorldLine) throws {
    let name = try line.name()
    if let other = script.node(name) {
      throw line.failure("there is a node \(name) already, in line \(other.line)")
    }
    var node = WorldScript.Node(name: name, kind: .authority, line: line.number)
    if let word = line.next, word.contains("."), AddressMap.address(word) != nil {
      node.address = try line.address()
    }
    if line.takes("in") { node.network = try line.network() }
    switch keyword {
    case "authority": try line.end("an address, or in and a network")
    case "resolver":
      try line.keyword("root")
      node.kind = .resolver(roots: try line.addresses("the addresses of the root's servers"))
      try line.end("nothing after the root's addresses")
    case "client": node.kind = .client(try client(&line))
    case "edge": node.kind = .edge(try edge(&line))
    case "balancer": node.kind = .balancer(try balancer(&line))
    default:
      node.kind = .backend(delay: line.takes("delay") ? try line.duration("the delay") : 0)
      try line.end("delay and a time")
    }
    let needsAddress = ["authority", "resolver", "edge"].contains(keyword)
    if needsAddress, node.address == nil {
      throw line.failure("\(keyword) \(name) needs an address after its name, like 192.0.2.53")
    }
    script.nodes.append(node)
  }

  private func client(_ line: inout WorldLine) throws -> WorldScript.Client {
    var client = WorldScript.Client()
    try line.keyword("resolver")
    client.resolvers = try line.addresses("the address of a resolver")
    if line.takes("patience") { client.patience = try line.duration("a reader's patience") }
    if line.takes("closes") { client.keepsConnections = false }
    try line.end("patience and a time, or closes")
    return client
  }

  private func edge(_ line: inout WorldLine) throws -> WorldScript.Edge {
    var edge = WorldScript.Edge()
    try line.keyword("origin")
    edge.parent = try line.name("the node that it asks")
    if line.takes("timeout") { edge.patience = try line.duration("a timeout") }
    try line.end("timeout and a time")
    return edge
  }

  private func balancer(_ line: inout WorldLine) throws -> WorldScript.Balancer {
    var balancer = WorldScript.Balancer()
    try line.keyword("backends")
    for text in try line.word("backends like a,b*3").split(separator: ",") {
      let parts = text.split(separator: "*")
      guard let weight = parts.count > 1 ? Int(parts[1]) : 1, parts.count <= 2, (0...256).contains(weight)
      else { throw line.failure("expected a backend with a weight up to 256 like a*3, found \(text)") }
      balancer.backends.append(.init(name: String(parts[0]), weight: weight))
    }
    while !line.isEmpty {
      switch try line.word("a property") {
      case "pick":
        let word = try line.word("a rule to pick by")
        guard let rule = PickRule(rawValue: word) else {
          let rules = PickRule.allCases.map(\.rawValue).joined(separator: ", ")
          throw line.failure("expected one of \(rules), found \(word)")
        }
        balancer.rule = rule
      case "timeout": balancer.patience = try line.duration("a timeout")
      case "health":
        let path = try line.word("a path")
        guard path.hasPrefix("/") else { throw line.failure("expected a path like /health, found \(path)") }
        try line.keyword("every")
        balancer.probe = .init(path: path, every: max(1, try line.duration("the time between two checks")))
      case let word: throw line.failure("expected pick, timeout or health, found \(word)")
      }
    }
    return balancer
  }
}
