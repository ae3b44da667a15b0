enum BackendCommand {
  static let help = """
    lab backend is a small origin. What it answers is in the path and the query of the request.

      lab backend --listen 127.0.0.1:8081 --name a

    \(Listening.help)
      --name NAME             what it calls itself in its answers; backend unless you say otherwise

    \(BackendPaths.help)

    """

  static func run(_ arguments: [String]) throws {
    let options = try Options(arguments, valued: Listening.valued + ["--name"], plain: Listening.plain)
    if options.has("--help") { return Output.write(help) }
    let listening = try Listening(options, usual: "127.0.0.1:8081")
    let server = try listening.webServer()
    let backend = Backend(
      name: options["--name"] ?? "backend", server: server, wallClock: Listening.wallClock,
      trace: listening.trace)
    Output.line("lab backend listens on \(server.endpoint)")
    try withExtendedLifetime(backend) { try listening.loop.run() }
  }
}
