import PostRoad

enum EdgeCommand {
  static let help = """
    lab edge keeps what an origin allows it to keep, and answers in its place: chapter 4's exercises behind a socket.

      lab edge --origin http://127.0.0.1:8081 --listen 127.0.0.1:8080

      --origin URL            the server whose answers it caches: http, an address and a port
    \(Listening.help)
      --name NAME             what it calls itself in Cache-Status and Via; edge unless you say otherwise
      --capacity 64MiB        how much the store may hold
      --timeout 10s           how long it waits for the origin

    Try it with lab backend --listen 127.0.0.1:8081 as the origin, then twice:
      curl -i 'http://127.0.0.1:8080/map?max-age=60'
    The answer's Cache-Status says what the edge has done.

    """

  static func run(_ arguments: [String]) throws {
    let options = try Options(
      arguments, valued: Listening.valued + ["--origin", "--name", "--capacity", "--timeout"],
      plain: Listening.plain)
    if options.has("--help") { return Output.write(help) }
    let url = try options.required("--origin", example: "http://127.0.0.1:8081")
    let origin = try endpoint(ofOrigin: url)
    var settings = EdgeSettings()
    settings.name = try options.word("--name", usual: "edge")
    if let mebibytes = try options.number("--capacity", unit: "MiB", least: 1) {
      settings.capacity = mebibytes << 20
    }
    var limits = OriginLimits(wallClock: Listening.wallClock)
    if let seconds = try options.number("--timeout", unit: "s", least: 1) {
      limits.milliseconds = Int64(seconds) * 1000
    }
    let listening = try Listening(options, usual: "127.0.0.1:8080")
    let server = try listening.webServer()
    let edge = try EdgeServer(
      settings, server: server, origin: OriginClient(origin: origin, on: listening.loop, limits: limits),
      wallClock: Listening.wallClock, trace: listening.trace, report: Listening.report)
    Output.line("lab edge listens on \(server.endpoint), origin \(url)")
    try listening.loop.run()
    Output.line("lab edge: \(edge.totals.requests) requests, \(edge.totals.fetches) to the origin")
  }

  private static func endpoint(ofOrigin url: String) throws -> Endpoint {
    do {
      let target = try HTTP.Target(url)
      guard HTTP.lowercaseASCII(target.scheme) == "http" else {
        throw LabError.usage("--origin \(url) is not http. The edge does not speak TLS.")
      }
      guard target.path.isEmpty || target.path == "/", target.query == nil else {
        throw LabError.usage("--origin \(url) has a path. Leave it out: the client's path is used.")
      }
      let port = target.port.flatMap { $0.isEmpty ? nil : $0 } ?? "80"
      return try Endpoint("\(target.host):\(port)")
    } catch let error as EndpointError {
      throw LabError.badEndpoint("--origin", error)
    } catch is HTTP.TargetError {
      throw LabError.usage("--origin \(url) is not a URL like http://127.0.0.1:8081.")
    }
  }
}
