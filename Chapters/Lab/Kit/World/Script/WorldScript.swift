import PostRoad

/// What a world consists of and what happens in it, as its text says.
package struct WorldScript: Sendable {
  /// What is wrong with a text, in words that say what is expected.
  package struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    package var line: Int
    package var reason: String

    package init(line: Int, reason: String) {
      self.line = line
      self.reason = reason
    }

    package var description: String { "line \(line): \(reason)" }
  }

  package struct Client: Hashable, Sendable {
    var resolvers: [Resolver.Address] = []
    /// Milliseconds for a page once its address is known: a reader's patience.
    var patience: Int64 = 10_000
    /// Whether connections are kept for the next visit.
    var keepsConnections = true
  }

  package struct Edge: Hashable, Sendable {
    var parent = ""
    /// Milliseconds that its parent may take.
    var patience: Int64 = 2_000
  }

  package struct Balancer: Hashable, Sendable {
    package struct Backend: Hashable, Sendable {
      var name: String
      var weight: Int
    }

    var backends: [Backend] = []
    var rule = PickRule.roundrobin
    /// Milliseconds that a backend may take.
    var patience: Int64 = 1_000
    var probe: Probe?
  }

  /// How a balancer sees whether its backends are up.
  package struct Probe: Hashable, Sendable {
    var path: String
    /// Milliseconds.
    var every: Int64
  }

  package enum Kind: Hashable, Sendable {
    case client(Client)
    case resolver(roots: [Resolver.Address])
    case authority
    case edge(Edge)
    case balancer(Balancer)
    /// With the milliseconds that an answer needs.
    case backend(delay: Int64)
  }

  package struct Node: Hashable, Sendable {
    package var name: String
    package var kind: Kind
    var address: Resolver.Address?
    /// The number of its autonomous system.
    var network: UInt32?
    var line: Int
  }

  /// A zone's text, and from when on the authority has it.
  struct Zone: Hashable, Sendable {
    var node: String
    var at: Int64
    var text: String
    var line: Int
  }

  /// One or two directions between two nodes, or between one and all others.
  struct Road: Hashable, Sendable {
    var from: String
    var to: String
    var isOneWay = false
    var properties = Simulation.Road(from: "", to: "")
    var line: Int
  }

  /// How a site's death is found out, and how long its routes need to go (exercise 7.4).
  struct Checks: Hashable, Sendable {
    var every: Int64 = 1_000
    var timeout: Int64 = 500
    var fall = 3
    var convergence: Int64 = 1_000
  }

  package var seed: UInt64 = 1
  package internal(set) var nodes: [Node] = []
  var zones: [Zone] = []
  var roads: [Road] = []
  var links: [BGP.Link] = []
  var checks = Checks()
  /// From how many milliseconds on a visit counts as late: the first second.
  var late: Int64 = 1_000
  /// In the order of time; of one time in that of the text.
  package internal(set) var steps: [Step] = []

  func node(_ name: String) -> Node? { nodes.first { $0.name == name } }
}

extension WorldScript.Kind {
  /// `client`, `edge` …
  package var word: String {
    switch self {
    case .client: "client"
    case .resolver: "resolver"
    case .authority: "authority"
    case .edge: "edge"
    case .balancer: "balancer"
    case .backend: "backend"
    }
  }
}
