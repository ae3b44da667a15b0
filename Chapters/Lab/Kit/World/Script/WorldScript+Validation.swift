import PostRoad

extension WorldScript {
  /// Reads a world's text.
  ///
  /// - Throws: `WorldScript.Failure`.
  package init(_ text: String) throws { self = try WorldScriptParser.parse(text) }

  /// Finds what a line alone does not show: names that nobody has, authorities without a zone, roads that are missing.
  func validate() throws {
    guard !nodes.isEmpty else {
      throw Failure(line: 1, reason: "there is no node, for example client laptop …")
    }
    for node in nodes { try validate(node) }
    for zone in zones {
      guard self.node(zone.node)?.kind == .authority else {
        throw Failure(line: zone.line, reason: "there is no authority \(zone.node)")
      }
    }
    for road in roads {
      for name in [road.from, road.to] where name != "*" { try exists(name, road.line) }
    }
    for step in steps { try validate(step) }
  }

  private func validate(_ node: Node) throws {
    switch node.kind {
    case .authority:
      guard zones.contains(where: { $0.node == node.name && $0.at == 0 }) else {
        throw Failure(
          line: node.line, reason: "\(node.name) has no zone: add a line zone \(node.name) and its text")
      }
    case .edge(let edge): try exists(edge.parent, node.line)
    case .balancer(let balancer): for backend in balancer.backends { try exists(backend.name, node.line) }
    case .client, .resolver, .backend: break
    }
    guard let address = node.address else { return }
    let sites = nodes.filter { $0.address == address }
    guard sites.count > 1 else { return }
    // Several have the address: their networks say who gets what.
    let numbers = sites.compactMap(\.network)
    guard numbers.count == sites.count, Set(numbers).count == sites.count else {
      throw Failure(
        line: node.line,
        reason:
          "\(sites.map(\.name).joined(separator: " and ")) have one address: each needs a network of its own, like in AS64500"
      )
    }
  }

  private func validate(_ step: Step) throws {
    let names: [String]
    switch step.action {
    case .visit(let visits):
      names = visits.clients == ["all"] ? [] : visits.clients
      for name in names {
        guard case .client? = node(name)?.kind else {
          throw Failure(line: step.line, reason: "there is no client \(name)")
        }
      }
      return
    case .cut(let one, let other), .mend(let one, let other): names = [one] + (other.map { [$0] } ?? [])
    case .kill(let name), .start(let name): names = [name]
    case .zone: names = []
    case .forge(let forgery): names = [forgery.from, forgery.to]
    case .expect(let claims):
      names = claims.compactMap { if case .asked(let name, _) = $0 { name } else { nil } }
    }
    for name in names { try exists(name, step.line) }
  }

  private func exists(_ name: String, _ line: Int) throws {
    guard node(name) != nil else { throw Failure(line: line, reason: "there is no node \(name)") }
  }
}
