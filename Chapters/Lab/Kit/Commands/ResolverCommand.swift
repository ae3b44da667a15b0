import DNSAuthority
import DNSMessages
import PostRoad

enum ResolverCommand {
  static let help = """
    lab resolver finds answers for its clients, from the root down: the exercises of chapter 3 behind a socket.

      lab resolver --root-hints root.hints --map-addresses road.map --listen 127.0.0.1:5301

      --root-hints FILE       the names and addresses of the root's servers, as a zone file
      --map-addresses FILE    where addresses are really reached: lines like 192.0.2.53 127.0.0.1:5300
      --minimise              shows servers on the way no more of a name than they need
      --stale                 where nobody can be asked, answers what was right up to a day ago
    \(Listening.help)

    Ask it:
      dig @127.0.0.1 -p 5301 www.postroad.example

    """

  static func run(_ arguments: [String]) throws {
    let options = try Options(
      arguments, valued: Listening.valued + ["--root-hints", "--map-addresses"],
      plain: Listening.plain + ["--minimise", "--stale"])
    if options.has("--help") { return Output.write(help) }
    let hints = try options.required("--root-hints", example: "root.hints")
    let roots = try roots(hints)
    let map = try options.addressMap()
    let listening = try Listening(options, usual: "127.0.0.1:5301")
    let server = try listening.nameServer()
    let running = try ResolverServer(
      RecursiveResolver(roots: roots, minimises: options.has("--minimise")), network: NetworkExchange(map),
      stale: options.has("--stale") ? StaleAnswers() : nil, server: server, on: listening.loop,
      trace: listening.trace, report: Listening.report)
    Output.line("lab resolver listens on \(server.endpoint), \(roots.count) root addresses")
    try listening.loop.run()
    Output.line(
      "lab resolver: \(running.totals.queries) queries, \(running.totals.walks) not answered from the cache")
  }

  private static func roots(_ path: String) throws -> [Resolver.Address] {
    let records: [DNS.ResourceRecord]
    do {
      records = try readZone(tokenize(fileBytes(path)), origin: .root, address: ZoneFile.address)
    } catch let error as NotStarted {
      throw error
    } catch let error as SystemError {
      throw LabError.failed(
        "\(error).\n--root-hints needs the path of a file with the root's NS and A records.")
    } catch {
      throw LabError.failed("\(path), \(ZoneFile.words(for: error)).")
    }
    let roots = records.compactMap { record -> Resolver.Address? in
      switch record.data {
      case .a(let address): .v4(address)
      case .aaaa(let address): .v6(address)
      default: nil
      }
    }
    guard !roots.isEmpty else {
      throw LabError.failed("\(path) has no address. Write a line like: a.root. 3600000 A 198.41.0.4")
    }
    return roots
  }
}
