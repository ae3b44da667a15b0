/// ASes with providers, customers and peers, and a POP's AS for each POP after them.
///
/// Networks come one after another, and buy transit of one or two that are there: mostly of those that have many customers already, and
/// mostly in their own region. So a few have very many customers: the number of customers follows a power law.
///
/// Source: Dorogovtsev, Mendes, Samukhin: "Structure of Growing Networks with Preferential Attachment", Physical Review Letters 85
/// (2000): with attractiveness A and m links each, the exponent is 2 + A / m. Faloutsos and others measured 2.2 (SIGCOMM 1999).
package struct NetworkGraph {
  package struct Link: Hashable {
    /// The provider of a transit link, one of the two of a peering.
    package let one: Int32
    package let other: Int32
  }

  /// Networks, and POPs after them.
  package let count: Int
  package let networks: Int
  package private(set) var transit: [Link] = []
  package private(set) var peering: [Link] = []

  /// What an AS without customers has of attractiveness, and the links a network buys on average.
  private static let attractiveness = 0.3
  private static let links = 1.5
  /// The exponent on paper.
  package static let exponent = 2 + attractiveness / links
  /// Those that pay nobody, and are each other's peers.
  private static let top = 10
  private static let home = 0.8

  package init(_ settings: ScaleSettings) {
    networks = settings.networks
    count = settings.networks + settings.pops
    var random = ScaleRandom(seed: settings.seed, .network, 0)
    var growth = Growth(regions: settings.regions)
    for one in 0..<min(Self.top, networks) {
      for other in 0..<one { growth.peer(one, other) }
      growth.join(one)
    }
    for network in growth.joined..<max(networks, growth.joined) {
      for _ in 0..<(random.unit() < Self.links - 1 ? 2 : 1) {
        let region = random.unit() < Self.home ? network % settings.regions : nil
        growth.buy(growth.provider(in: region, &random), network)
      }
      growth.join(network)
    }
    // Who has customers meets others who have, in the same region.
    for number in 0..<networks / 2 {
      let region = number % settings.regions
      growth.peer(growth.provider(in: region, &random), growth.provider(in: region, &random))
    }
    for pop in 0..<settings.pops {
      let region = settings.region(of: pop)
      for _ in 0..<2 { growth.buy(growth.provider(in: region, &random), networks + pop) }
      for _ in 0..<3 { growth.peer(growth.network(in: region, &random), networks + pop) }
    }
    transit = growth.transit
    peering = growth.peering
  }

  /// How many customers each network has, POPs left out.
  package var customers: [Int] {
    var customers = [Int](repeating: 0, count: networks)
    for link in transit where link.other < networks { customers[Int(link.one)] += 1 }
    return customers
  }

  private struct Growth {
    var transit: [Link] = []
    var peering: [Link] = []
    var joined = 0
    private var linked: Set<Link> = []
    /// The provider of each link: who is drawn of them is drawn in proportion to its customers.
    private var sold: [Int32] = []
    private var soldIn: [[Int32]]
    private let regions: Int

    init(regions: Int) {
      self.regions = regions
      soldIn = Array(repeating: [], count: regions)
    }

    mutating func join(_ network: Int) { joined = network + 1 }

    /// A network of a region that is there, each as likely as the others; of all where the region has none.
    func network(in region: Int?, _ random: inout ScaleRandom) -> Int {
      guard let region, region < joined else { return random.index(joined) }
      return region + regions * random.index((joined - region + regions - 1) / regions)
    }

    func provider(in region: Int?, _ random: inout ScaleRandom) -> Int {
      let sold = region.map { soldIn[$0] } ?? sold
      let preferred = links / (links + attractiveness)
      guard random.unit() < preferred, !sold.isEmpty else { return network(in: region, &random) }
      return Int(sold[random.index(sold.count)])
    }

    /// Two have one link at most, and nobody has one with itself.
    private mutating func connect(_ one: Int, _ other: Int) -> Link? {
      let link = Link(one: Int32(min(one, other)), other: Int32(max(one, other)))
      return one != other && linked.insert(link).inserted ? Link(one: Int32(one), other: Int32(other)) : nil
    }

    mutating func buy(_ provider: Int, _ customer: Int) {
      guard let link = connect(provider, customer) else { return }
      transit.append(link)
      sold.append(link.one)
      soldIn[provider % regions].append(link.one)
    }

    mutating func peer(_ one: Int, _ other: Int) {
      if let link = connect(one, other) { peering.append(link) }
    }
  }
}
