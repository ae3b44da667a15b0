import DNSMessages
import PostRoad

enum CheckCommand {
  static let help = """
    lab check judges a running server from outside, rule by rule, whoever has written it.

      lab check authority 127.0.0.1:5300 --zone postroad.example
      lab check resolver 127.0.0.1:5301 --zone postroad.example
      lab check edge 127.0.0.1:8080 --origin 127.0.0.1:8081
      lab check balancer 127.0.0.1:8082 --backends 127.0.0.1:9001,127.0.0.1:9002

      --zone NAME             a zone that the authority has, or the resolver can find; postroad.example
                              unless you say otherwise
      --origin ADDRESS:PORT   the lab backend that is the edge's origin: it counts what it is asked
      --backends LIST         the lab backends that the balancer has
      --expose                allows servers on other machines
      --help

    It ends with status 0 when all rules are kept, 1 when some are broken, 3 when nobody is there to be judged.

    """

  private static let kinds = ["authority", "resolver", "edge", "balancer"]

  static func run(_ arguments: [String]) throws -> Int32 {
    let options = try Options(
      arguments, valued: ["--zone", "--origin", "--backends"], plain: ["--expose", "--help"], words: 2)
    if options.has("--help") {
      Output.write(help)
      return 0
    }
    guard let kind = options.words.first, kinds.contains(kind) else {
      throw LabError.usage("Say what is judged: lab check authority, resolver, edge or balancer.")
    }
    guard options.words.count == 2 else {
      throw LabError.usage("Say where it is, for example lab check \(kind) 127.0.0.1:8080.")
    }
    let endpoint = try endpoint(options.words[1], options)
    do {
      let report = try report(kind, endpoint, options)
      Output.write("lab check \(kind) \(endpoint)\n\n\(report.text)")
      return report.status
    } catch let failure as PatientConnection.Failure {
      Output.complain("lab: nobody can be judged: \(failure).\nIs the server running?")
      return 3
    } catch let failure as NotJudged {
      Output.complain("lab: nobody can be judged: \(failure.reason).")
      return 3
    }
  }

  private static func report(_ kind: String, _ endpoint: Endpoint, _ options: Options) throws -> CheckReport {
    let run = String(UInt32.random(in: 0x1000_0000...UInt32.max), radix: 16)
    if kind == "authority" || kind == "resolver" {
      let text = options["--zone"] ?? "postroad.example"
      guard let zone = try? parseName(text) else { throw LabError.usage("--zone \(text) is not a name.") }
      let peer = SocketAuthority(endpoint: endpoint)
      // Whoever answers anything can be judged.
      _ = try AuthorityProbe(peer: peer).ask(AuthorityProbe.query(zone))
      let rules = kind == "resolver" ? resolverRules(zone: zone, run: run) : authorityRules(zone: zone)
      return try CheckReport(rules, of: peer as any AuthorityPeer)
    }
    let option = kind == "edge" ? "--origin" : "--backends"
    let list = try options.required(option, example: "127.0.0.1:8081")
    let behind = try list.split(separator: ",").map { try self.endpoint(String($0), options) }
    let peer = SocketWeb(endpoint: endpoint, behind: behind)
    _ = try WebProbe(peer: peer, run: run).ask("/there-\(run)")
    _ = try WebProbe(peer: peer, run: run).count("/there-\(run)")
    return try CheckReport(
      kind == "edge" ? edgeRules(run: run) : balancerRules(run: run), of: peer as any WebPeer)
  }

  private static func endpoint(_ text: String, _ options: Options) throws -> Endpoint {
    do {
      let endpoint = try Endpoint(text)
      guard endpoint.isLoopback || options.has("--expose") else {
        throw LabError.usage("\(endpoint) is another machine. Add --expose if you mean it.")
      }
      return endpoint
    } catch let error as EndpointError {
      throw LabError.badEndpoint("The endpoint", error)
    }
  }
}
