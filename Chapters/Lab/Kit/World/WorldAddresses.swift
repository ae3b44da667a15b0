import ContentDelivery
import PostRoad

/// Who is reached at an address. Where several sites have it, the routes of exercise 4.2 lead each network to one of them.
struct WorldAddresses {
  private struct Site {
    let index: Int
    let network: UInt32?
    /// Whether it announces the address. One site alone does so always: nobody else could.
    var isAnnounced = true
  }

  private let links: [BGP.Link]
  private var sites: [Resolver.Address: [Site]] = [:]
  private var networks: [UInt32?]
  /// What was found, until a site comes or goes.
  private var found: [Resolver.Address: [UInt32: UInt32]] = [:]

  init(_ script: WorldScript) {
    links = script.links
    networks = script.nodes.map(\.network)
    for (index, node) in script.nodes.enumerated() {
      guard let address = node.address else { continue }
      sites[address, default: []].append(Site(index: index, network: node.network))
    }
  }

  /// The node that a packet of this sender is led to; nil where no road leads.
  mutating func node(at address: Resolver.Address, from sender: Int) throws -> Int? {
    guard let all = sites[address] else { return nil }
    guard all.count > 1 else { return all.first?.index }
    let announced = all.filter(\.isAnnounced)
    guard let network = networks[sender] else { return announced.first?.index }
    if found[address] == nil {
      found[address] = try catchments(of: Set(announced.compactMap(\.network)), over: links)
    }
    guard let site = found[address]?[network] else { return nil }
    return announced.first { $0.network == site }?.index
  }

  /// Whether other sites have the address of this node.
  func isAnycast(_ index: Int) -> Bool {
    sites.values.contains { $0.count > 1 && $0.contains { $0.index == index } }
  }

  /// A site announces its address, or withdraws it.
  mutating func set(_ index: Int, isAnnounced: Bool) {
    for (address, list) in sites {
      guard let place = list.firstIndex(where: { $0.index == index }) else { continue }
      sites[address]?[place].isAnnounced = isAnnounced
      found[address] = nil
    }
  }
}
