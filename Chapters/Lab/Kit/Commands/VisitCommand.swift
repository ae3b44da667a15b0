import PostRoad

enum VisitCommand {
  static let help = """
    lab visit fetches one page through real sockets, and shows where the time went.

      lab visit http://www.postroad.example/map --dns 127.0.0.1:5301 --map-addresses road.map --again

      --dns ADDRESS:PORT      who is asked for the address of a name: lab resolver, or any other
      --map-addresses FILE    where addresses are really reached: lines like 192.0.2.80 127.0.0.1:8080
      --again                 visits a second time, with what the first visit has learned
      --expose                allows pages on other machines
      --help

    The phases are dns, tcp, wait (until the first octet of the answer) and body.

    """

  static func run(_ arguments: [String]) throws {
    let options = try Options(
      arguments, valued: ["--dns", "--map-addresses"], plain: ["--again", "--expose", "--help"], words: 1)
    if options.has("--help") { return Output.write(help) }
    guard let text = options.words.first else {
      throw LabError.usage("The page is missing, for example http://127.0.0.1:8080/map.")
    }
    let url = try Self.url(text)
    var lookup: StubLookup?
    if options["--dns"] != nil {
      let endpoint = try options.endpoint("--dns", example: "127.0.0.1:5301")
      guard endpoint.isLoopback || options.has("--expose") else {
        throw LabError.usage("--dns \(endpoint) is another machine. Add --expose if you mean it.")
      }
      lookup = StubLookup(endpoint)
    }
    let visitor = Visitor(lookup, map: try options.addressMap(), mayLeave: options.has("--expose"))
    do {
      Output.line("GET \(text)")
      let first = try visitor.visit(url)
      Output.write(VisitPicture.notes(first.timeline) + "\n")
      var visits = [(name: "cold", timeline: first.timeline)]
      if options.has("--again") { visits.append(("warm", try visitor.visit(url).timeline)) }
      Output.write(VisitPicture.text(visits))
    } catch let failure as Visitor.Failure {
      throw LabError.failed("\(failure.phase.rawValue): \(failure.reason)")
    }
  }

  private static func url(_ text: String) throws -> HTTP.Target {
    do {
      let target = try HTTP.Target(text)
      guard HTTP.lowercaseASCII(target.scheme) == "http" else {
        throw LabError.usage("\(text) is not http. lab does not speak TLS.")
      }
      if let port = target.port, !port.isEmpty, UInt16(port) == nil {
        throw LabError.usage("\(text) has a port above 65535.")
      }
      return target
    } catch is HTTP.TargetError {
      throw LabError.usage("\(text) is not a URL like http://127.0.0.1:8080/map.")
    }
  }
}
