/// Who asks whom: the graph, each client's POP, and how many requests each POP gets.
///
/// It follows from the settings alone, in a moment; every shard makes it anew.
package struct ScalePlan {
  package let settings: ScaleSettings
  package let graph: NetworkGraph
  /// Clients by POP and AS, each an AS and one of its resolvers in four octets.
  package let clients: [UInt32]
  /// Where the clients of each POP begin in `clients`, and at the end where they end.
  package let first: [Int]
  /// An AS's first resolver, counted over all.
  package let resolvers: [Int32]
  /// The clients of each resolver.
  package let clientsOfResolver: [Int32]
  package let fall: RegionFall

  /// A resolver for so many clients of an AS.
  private static let clientsPerResolver = 500

  package init(_ settings: ScaleSettings) {
    self.settings = settings
    let graph = NetworkGraph(settings)
    self.graph = graph
    let neighbors = Neighbors(graph)
    let crowd = Self.crowd(settings)
    let before = Catchments(graph, neighbors) { _ in true }.pop
    var resolvers: [Int32] = []
    var total: Int32 = 0
    for clients in crowd {
      resolvers.append(total)
      total += clients == 0 ? 0 : 1 + Int32(clients / Self.clientsPerResolver)
    }
    resolvers.append(total)
    var order = Array(crowd.indices)
    order.sort { (before[$0], $0) < (before[$1], $1) }
    var clients: [UInt32] = []
    clients.reserveCapacity(settings.clients)
    var first = [0]
    var clientsOfResolver = [Int32](repeating: 0, count: Int(total))
    for asNumber in order where crowd[asNumber] > 0 {
      let pop = Int(before[asNumber])
      while first.count <= pop { first.append(clients.count) }
      var random = ScaleRandom(seed: settings.seed, .resolvers, asNumber)
      let own = Int(resolvers[asNumber + 1] - resolvers[asNumber])
      for _ in 0..<crowd[asNumber] {
        let resolver = random.index(own)
        clients.append(UInt32(asNumber) << 16 | UInt32(resolver))
        clientsOfResolver[Int(resolvers[asNumber]) + resolver] += 1
      }
    }
    while first.count <= settings.pops { first.append(clients.count) }
    self.clients = clients
    self.first = first
    self.resolvers = resolvers
    self.clientsOfResolver = clientsOfResolver
    fall = RegionFall(settings, graph, neighbors, crowd: crowd, before: before)
  }

  /// The clients of each AS: networks are as unequal as cities are.
  private static func crowd(_ settings: ScaleSettings) -> [Int] {
    var random = ScaleRandom(seed: settings.seed, .clients, 0)
    let sizes = ZipfSampler(count: settings.networks, alpha: 0.8)
    // The large ones are in all regions, and not always the old ones: a step without a common divisor leads through all.
    var step = settings.networks * 5 / 8 | 1
    while !areCoprime(step, settings.networks) { step += 2 }
    var crowd = [Int](repeating: 0, count: settings.networks)
    for _ in 0..<settings.clients {
      crowd[(Int(sizes.next(&random)) * step + settings.networks / 3) % settings.networks] += 1
    }
    return crowd
  }

  private static func areCoprime(_ one: Int, _ other: Int) -> Bool {
    var (one, other) = (one, other)
    while other != 0 { (one, other) = (other, one % other) }
    return one == 1
  }

  /// The requests of a POP in the day: in proportion to its clients, and together exactly `settings.requests`.
  package func requests(of pop: Int) -> Int {
    (settings.requests * first[pop + 1] / settings.clients)
      - (settings.requests * first[pop] / settings.clients)
  }
}

extension ScalePlan {
  /// The POP of the client with this place in `clients`.
  package func pop(ofClient client: Int) -> Int {
    // POPs whose clients begin here or earlier; those without clients begin where the next one does.
    var (low, high) = (0, settings.pops)
    while high - low > 1 {
      let middle = (low + high) / 2
      if first[middle] <= client { low = middle } else { high = middle }
    }
    return low
  }
}
