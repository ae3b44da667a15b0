import PostRoad

extension WorldScript {
  /// The least time between two health checks of `lab balancer`.
  private static let leastProbe: Int64 = 100

  /// The script as processes can play it: without `within`, for times are those of this machine.
  ///
  /// - Throws: `WorldScript.Failure` for a line that only virtual time has.
  package func forReality() throws -> WorldScript {
    for node in nodes { try checkReality(of: node) }
    var script = self
    for (index, step) in steps.enumerated() {
      switch step.action {
      case .forge:
        throw Failure(
          line: step.line,
          reason:
            "forge is for virtual time alone: with --real nobody can send in another's name without rights")
      case .visit(var visits):
        guard HTTP.lowercaseASCII(visits.url.scheme) == "http" else {
          throw Failure(
            line: step.line,
            reason:
              "\(visits.text) is for virtual time alone: with --real it has to be http, lab does not speak TLS"
          )
        }
        visits.rule?.within = nil
        script.steps[index].action = .visit(visits)
      default: continue
      }
    }
    return script
  }

  private func checkReality(of node: Node) throws {
    switch node.kind {
    case .edge(let edge): try checkSeconds(edge.patience, node)
    case .balancer(let balancer):
      try checkSeconds(balancer.patience, node)
      guard let every = balancer.probe?.every, every < Self.leastProbe else { return }
      throw Failure(
        line: node.line,
        reason:
          "with --real there are at least \(Self.leastProbe) ms from one health check to the next, not \(every)"
      )
    default: return
    }
  }

  /// `lab edge` and `lab balancer` count whole seconds.
  private func checkSeconds(_ patience: Int64, _ node: Node) throws {
    guard patience < 1_000 || patience % 1_000 != 0 else { return }
    throw Failure(
      line: node.line, reason: "with --real a timeout is whole seconds, at least 1s, not \(patience)ms")
  }
}
