import DNSAuthority
import FirstSecond
import PostRoad

extension World {
  /// The roads: those of a line with `*` first, so that a line with two names says more, and a later line more than an earlier one.
  mutating func build() throws {
    let general = script.roads.filter { $0.from == "*" || $0.to == "*" }
    let exact = script.roads.filter { $0.from != "*" && $0.to != "*" }
    for road in general + exact {
      for (from, to) in pairs(road) {
        var properties = road.properties
        properties.from = from
        properties.to = to
        do { try roads.add(properties) } catch let error as Simulation.RoadError {
          throw WorldScript.Failure(line: road.line, reason: "\(error)")
        }
        if let from = indices[from], let to = indices[to] { rates[from][to] = properties.bitsPerSecond }
      }
    }
  }

  private func pairs(_ road: WorldScript.Road) -> [(from: String, to: String)] {
    let names = script.nodes.map(\.name)
    let from = road.from == "*" ? names : [road.from]
    let to = road.to == "*" ? names : [road.to]
    let there = from.flatMap { one in to.filter { $0 != one }.map { (from: one, to: $0) } }
    return there + (road.isOneWay ? [] : there.map { (from: $0.to, to: $0.from) })
  }

  /// A node that knows nothing yet. Its random stream is its own, and another one in each of its lives.
  func make(_ node: WorldScript.Node, _ index: Int) throws -> any WorldNode {
    let life = lives[index] > 0 ? " \(lives[index])" : ""
    let seed = try streamSeed(script.seed, for: node.name + life)
    return switch node.kind {
    case .client(let client): ClientNode(node.name, client, seed: seed)
    case .resolver(let roots): ResolverNode(node.name, roots: roots, seed: seed)
    case .authority: AuthorityNode(node.name, try authority(index))
    case .edge(let edge): try EdgeNode(node.name, parent: edge.parent, patience: edge.patience)
    case .balancer(let balancer):
      try BalancerNode(node.name, balancer, seed: seed, now: clock.milliseconds)
    case .backend(let delay): BackendNode(node.name, delay: delay, clock: clock)
    }
  }

  private func authority(_ index: Int) throws -> Authority {
    Authority(
      zones: try (zones[index] ?? []).map { zone in
        do { return try ZoneFile.read(Array(zone.text.utf8)) } catch let error as NotStarted {
          throw error
        } catch {
          throw WorldScript.Failure(
            line: zone.line, reason: "the zone of \(zone.node), \(ZoneFile.words(for: error))")
        }
      })
  }

  /// A node begins.
  mutating func begin(_ index: Int) throws {
    guard let balancer = nodes[index] as? BalancerNode else { return }
    for case .wake(let time, let token) in balancer.begin(now: clock.milliseconds) {
      try queue.schedule(.wake(node: index, token: token, life: lives[index]), at: time)
    }
  }

  /// An authority has another zone in the place of the one with the same top.
  mutating func replace(_ zone: WorldScript.Zone) throws {
    guard let index = indices[zone.node] else { return }
    let top = { (zone: WorldScript.Zone) in try ZoneFile.read(Array(zone.text.utf8)).origin }
    let new: DNS.Name
    do { new = try top(zone) } catch let error as NotStarted { throw error } catch {
      throw WorldScript.Failure(
        line: zone.line, reason: "the zone of \(zone.node), \(ZoneFile.words(for: error))")
    }
    zones[index] = try (zones[index] ?? []).filter { try top($0) != new } + [zone]
    nodes[index] = try make(script.nodes[index], index)
  }
}
