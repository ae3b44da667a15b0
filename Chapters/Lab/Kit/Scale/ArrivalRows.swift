import ContentDelivery
import DNSResolution
import PostRoad
import ScaleKit

/// Names that are asked for again, a crowd that wants one page at once, and the catchments of a small internet.
enum ArrivalRows {
  static func rows(_ plan: ScalePlan) throws -> [ScaleRow] {
    [try names(plan.settings), try crowd(plan), try anycast(plan.settings)]
  }

  private static let questions = 50_000
  private static let names = 1_000
  private static let ttl = 300
  /// Ten questions a second.
  private static let seconds = questions / 10

  private static func names(_ settings: ScaleSettings) throws -> ScaleRow {
    var random = ScaleRandom(seed: settings.seed, .names, 0)
    let zipf = ZipfSampler(count: names, alpha: 1)
    let records = (0..<names).map { number in
      DNS.ResourceRecord(
        name: DNS.Name(labels: ["n\(number)", "postroad", "example"].map { Array($0.utf8) }),
        ttl: UInt32(ttl),
        data: .a(DNS.IPv4Address(rawValue: 0xC000_020A)))
    }
    var cache = TTLCache()
    var hits = 0
    let moments = (0..<questions).map { _ in random.unit() * Double(seconds) }.sorted()
    for moment in moments {
      let record = records[Int(zipf.next(&random))]
      let question = DNS.Question(name: record.name, type: .a)
      if try cache.records(for: question, now: Int(moment)) != nil {
        hits += 1
      } else {
        try cache.store([record], now: Int(moment))
      }
    }
    let paper = ZipfClasses(count: names, alpha: 1, exact: names).sum {
      ScaleTheory.renewals($0 * Double(questions), lifetimes: Double(seconds) / Double(ttl))
    }
    return ScaleRow(
      "3.4  1,000 names, TTL 300 s: hits", .share, paper: 1 - paper / Double(questions),
      simulated: Double(hits) / Double(questions))
  }

  private static let callers = 10_000

  /// Ten thousand ask for one page while nobody has it. Each POP and each shield makes one of those that it has.
  private static func crowd(_ plan: ScalePlan) throws -> ScaleRow {
    var random = ScaleRandom(seed: plan.settings.seed, .hot, plan.settings.regions)
    let idle = try RequestCoalescing()
    var pops: [Int: RequestCoalescing] = [:]
    var shields: [Int: RequestCoalescing] = [:]
    var fetches = 0
    for caller in 0..<callers {
      let client = random.index(plan.clients.count)
      let pop = plan.pop(ofClient: client)
      let region = plan.settings.region(of: pop)
      guard try pops[pop, default: idle].request("/", by: caller, now: 0) == .fetch,
        try shields[region, default: idle].request("/", by: pop, now: 0) == .fetch
      else { continue }
      fetches += 1
    }
    return ScaleRow(
      "4.20 10,000 at once: origin requests", .count, paper: Double(shields.count),
      simulated: Double(fetches))
  }

  /// The exercise's answer for a small internet, beside the one that the large run has.
  private static func anycast(_ settings: ScaleSettings) throws -> ScaleRow {
    var small = settings
    small.networks = 300
    small.pops = 12
    let graph = NetworkGraph(small)
    let given = Catchments(graph, Neighbors(graph)) { _ in true }.pop
    let yours = try catchments(of: Set(graph.sites), over: graph.bgpLinks)
    let agreed = given.indices.count { index in
      let site = given[index] < 0 ? nil : graph.sites[Int(given[index])]
      return yours[UInt32(index + 1)] == site
    }
    return ScaleRow(
      "4.2  312 ASes: as in the large run", .count, paper: Double(given.count),
      simulated: Double(agreed))
  }
}

extension NetworkGraph {
  /// The AS numbers of POPs; an AS's number is one more than its index.
  var sites: [UInt32] { (networks..<count).map { UInt32($0 + 1) } }

  var bgpLinks: [BGP.Link] {
    transit.map { .transit(provider: UInt32($0.one + 1), customer: UInt32($0.other + 1)) }
      + peering.map { .peering(UInt32($0.one + 1), UInt32($0.other + 1)) }
  }
}
