import DNSAuthority
import DNSMessages
import PostRoad

enum AuthorityCommand {
  static let help = """
    lab authority answers for zones, over UDP and TCP: the exercises of chapters 1 and 2 behind a socket.

      lab authority --zone postroad.example.zone --listen 127.0.0.1:5300

      --zone FILE             a zone file; may be given several times
      --origin NAME           what names without a dot at their end are below, where a file has no $ORIGIN
    \(Listening.help)
      --udp-size 1232         the most octets of an answer over UDP
      --compiled              composes each answer once, and then sends its octets again

    Ask it:
      dig @127.0.0.1 -p 5300 +norecurse www.postroad.example

    """

  static func run(_ arguments: [String]) throws {
    let options = try Options(
      arguments, valued: Listening.valued + ["--zone", "--origin", "--udp-size"],
      plain: Listening.plain + ["--compiled"])
    if options.has("--help") { return Output.write(help) }
    _ = try options.required("--zone", example: "postroad.example.zone")
    let files = try options.all("--zone").map { try zone($0, origin: try origin(options)) }
    let size = try options.number("--udp-size", unit: "", least: Int(DNS.EDNS.minimumPayloadSize))
    let authority = Authority(
      zones: files.map(\.zone),
      payloadSize: size.map { UInt16(min($0, Int(UInt16.max))) } ?? Authority.payloadSize)
    let listening = try Listening(options, usual: "127.0.0.1:5300")
    let server = try listening.nameServer()
    let names = files.map { DNSTold.name($0.zone.origin) }.joined(separator: ", ")
    let engine: any AuthorityEngine =
      options.has("--compiled")
      ? try CompiledAuthority(authority, records: files.flatMap(\.records)) : authority
    let running = AuthorityServer(
      engine, server: server, trace: listening.trace, report: Listening.report)
    Output.line("lab authority listens on \(server.endpoint), zones \(names)")
    try listening.loop.run()
    Output.line("lab authority: \(running.queries) queries")
  }

  private static func origin(_ options: Options) throws -> DNS.Name {
    guard let text = options["--origin"] else { return .root }
    guard let name = try? parseName(text) else { throw LabError.usage("--origin \(text) is not a name.") }
    return name
  }

  private static func zone(_ path: String, origin: DNS.Name) throws -> ZoneFile {
    do {
      return try ZoneFile(fileBytes(path), origin: origin)
    } catch let error as NotStarted {
      throw error
    } catch let error as SystemError {
      throw LabError.failed("\(error).\n--zone needs the path of a zone file.")
    } catch {
      throw LabError.failed("\(path), \(ZoneFile.words(for: error)).")
    }
  }
}
