import PostRoad

enum BalancerCommand {
  static let help = """
    lab balancer gives each request to one of several backends: the exercises of chapters 5 and 6 behind a socket.

      lab balancer --backends 127.0.0.1:9001,127.0.0.1:9002*3 --pick swrr --listen 127.0.0.1:8082

      --backends LIST         addresses and ports, with *3 for a weight of 3; one of weight 0 gets nothing
      --pick RULE             roundrobin  in turn (the usual rule)
                              leastconn   the fewest requests under way
                              swrr        in turn by weight, smoothly
                              p2c         the better of two drawn at random
                              ring        by the hash of the request's target, consistent
                              iphash      by the hash of the client's address
    \(Listening.help)
      --proxy-protocol        each connection begins with a PROXY header, which says who the client is
      --health PATH           asks each backend for this path again and again; 3 failures in a row take it
                              out, 2 answers bring it back
      --health-interval 2s    how often
      --max-fails 1           failed requests that take a backend out; 0 takes none out
      --fail-timeout 10s      for how long
      --attempts 2            how often a request is sent at most; only GET and others that may be repeated
                              are sent again once a backend may have seen them
      --timeout 10s           how long a backend may take to answer
      --name NAME             what it calls itself in Via; balancer unless you say otherwise
      --seed N                the same draws of p2c each time

    Try it with three of lab backend --listen 127.0.0.1:9001 --name a, then:
      curl http://127.0.0.1:8082/anything

    """

  /// More would leave no descriptors for the clients.
  private static let most = 32
  /// Descriptors are 1,024 in a process, usually: 380 clients, 380 requests under way, 200 kept connections, and some for the rest.
  private static let clients = 380
  private static let kept = 200

  static func run(_ arguments: [String]) throws {
    let options = try Options(
      arguments,
      valued: Listening.valued + [
        "--backends", "--pick", "--health", "--health-interval", "--max-fails", "--fail-timeout",
        "--attempts", "--timeout",
        "--name", "--seed",
      ], plain: Listening.plain + ["--proxy-protocol"])
    if options.has("--help") { return Output.write(help) }
    let list = try options.required("--backends", example: "127.0.0.1:9001,127.0.0.1:9002")
    let backends = try Self.backends(list)
    var settings = BalancerSettings(
      backends.map { LB.Backend($0.endpoint.description, weight: $0.weight) })
    try read(options, into: &settings)
    var limits = OriginLimits(wallClock: Listening.wallClock)
    if let seconds = try options.number("--timeout", unit: "s", least: 1) {
      limits.milliseconds = Int64(seconds) * 1000
    }
    limits.connections = clients
    limits.kept = max(1, kept / backends.count)
    // Whether a request is sent again is for the balancer to say.
    limits.attempts = 1
    let listening = try Listening(options, usual: "127.0.0.1:8082")
    var serverLimits = ServerLimits()
    serverLimits.connections = clients
    serverLimits.expectsProxyHeader = options.has("--proxy-protocol")
    let server = try listening.webServer(serverLimits)
    let endpoints = backends.map(\.endpoint)
    let balancer = try BalancerServer(
      settings, name: try options.word("--name", usual: "balancer"), server: server,
      clients: endpoints.map { try OriginClient(origin: $0, on: listening.loop, limits: limits) },
      probes: path(options).map {
        try HealthProbes(of: endpoints, path: $0, on: listening.loop, wallClock: Listening.wallClock)
      }, on: listening.loop,
      log: BalancerLog(
        trace: listening.trace, note: { Output.line("lab balancer: \($0)") }, report: Listening.report))
    Output.line(
      "lab balancer listens on \(server.endpoint), \(backends.count) backends, picks by \(settings.rule.rawValue)"
    )
    try listening.loop.run()
    let totals = balancer.totals
    Output.line(
      "lab balancer: \(totals.requests) requests, \(totals.retries) sent again, \(totals.failures) failed")
  }

  private static func read(_ options: Options, into settings: inout BalancerSettings) throws {
    if let name = options["--pick"] {
      guard let rule = PickRule(rawValue: name) else {
        let rules = PickRule.allCases.map(\.rawValue).joined(separator: ", ")
        throw LabError.usage("--pick \(name) is none of \(rules).")
      }
      settings.rule = rule
    }
    if let fails = try options.number("--max-fails", unit: "", least: 0) { settings.maximumFails = fails }
    if let seconds = try options.number("--fail-timeout", unit: "s", least: 1) {
      settings.failTimeout = seconds
    }
    if let attempts = try options.number("--attempts", unit: "", least: 1) {
      settings.retries.attempts = attempts
    }
    settings.seed = try options.seed()
    guard try path(options) != nil else { return }
    var health = BalancerSettings.Health()
    if let milliseconds = try options.duration("--health-interval", least: 100) {
      let seconds = Double(milliseconds) / 1000
      health.intervals = LB.CheckIntervals(up: seconds, changing: seconds, down: seconds)
    }
    settings.health = health
  }

  private static func path(_ options: Options) throws -> String? {
    guard let path = options["--health"] else { return nil }
    guard path.hasPrefix("/"), path.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw LabError.usage("--health \(path) is not a path like /health.")
    }
    return path
  }

  private static func backends(_ list: String) throws -> [(endpoint: Endpoint, weight: Int)] {
    var backends: [(endpoint: Endpoint, weight: Int)] = []
    for text in list.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = text.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let endpoint: Endpoint
      do { endpoint = try Endpoint(parts[0]) } catch let error as EndpointError {
        throw LabError.badEndpoint("--backends", error)
      }
      guard let weight = parts.count > 1 ? Int(parts[1]) : 1, Ring.WeightedNode.weights.contains(weight)
      else { throw LabError.usage("--backends \(text) has no weight of 0 to 256 after its *.") }
      guard !backends.contains(where: { $0.endpoint == endpoint }) else {
        throw LabError.usage("--backends has \(endpoint) twice. Write \(endpoint)*2 for twice the share.")
      }
      backends.append((endpoint, weight))
    }
    guard backends.contains(where: { $0.weight > 0 }) else {
      throw LabError.usage("--backends has nobody with a weight above 0: nobody would get a request.")
    }
    guard backends.count <= most else {
      throw LabError.usage("--backends has \(backends.count) backends; \(most) are the most.")
    }
    return backends
  }
}
