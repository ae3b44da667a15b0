import PostRoad

enum WorldCommand {
  static let help = """
    lab world plays a small internet in virtual time: clients, a resolver, authorities, edges, a balancer and backends that
    answer with this course's functions, and roads that delay and lose. Nothing is waited for, and no socket is opened.

      lab world Chapters/Lab/Worlds/first-second.world

      --seed N          instead of the script's: another run of the same script
      --trace FILE      writes what has happened, one line of JSON for each arrow; lab trace draws it
      --svg FILE        writes the picture of the first visit
      --html FILE       writes a page with all pictures, for a browser
      --visit NAME      the visit that is drawn, for example laptop/2; the first one unless you say otherwise
      --help

    A script has a line for each thing:

      seed 7
      authority root 192.0.2.1            and zone root, with the zone's text below it, indented
      resolver home 192.0.2.7 root 192.0.2.1
      client laptop in AS64511 resolver 192.0.2.7 patience 10s     closes: keeps no connections
      edge fra 192.0.2.10 in AS64500 origin gate timeout 2s
      balancer gate backends a*3,b pick swrr timeout 1s health /up every 1s
      backend a delay 5ms
      road laptop home 10ms rate 10Mbit jitter 2ms loss 1% duplicate 1%      home > root: one way; * is everybody
      link AS64500 > AS64511              provider and customer; - for peers
      checks every 1s timeout 500ms fall 3 converge 1s      of sites that have one address
      late 1s                             from when on a visit counts as late
      at 0 visit http://www.postroad.example/map?max-age=60 from laptop expect 200 miss within 400ms messages 14 by fra
      at 1s visit http://www.postroad.example/ from all every 100ms count 50
      at 2s cut fra                       mend fra, cut laptop home, kill a, start a
      at 3s forge www.postroad.example 203.0.113.66 from mallory to home as 192.0.2.53 count 1000
      at 9s expect served 40 stale 3 late 2 failed 5 recovered by 6s asked home 3 origin 2

    It ends with status 0 when everything that is expected came true, and 1 when something did not.

    """

  static func run(_ arguments: [String]) throws -> Int32 {
    let options = try Options(
      arguments, valued: ["--seed"] + TraceCommand.valued + ["--trace"], plain: ["--help"], words: 1)
    if options.has("--help") {
      Output.write(help)
      return 0
    }
    guard let path = options.words.first else {
      throw LabError.usage("The script is missing, for example Chapters/Lab/Worlds/first-second.world.")
    }
    var world = try world(path, seed: options["--seed"] == nil ? nil : try options.seed())
    let failure = try world.run()
    Output.line("\(path), seed \(world.trace.seed)\n")
    try TraceCommand.show(world.trace, options)
    try showAccount(world)
    if let trace = options["--trace"] { try writeFile(trace, world.trace.lines) }
    guard let failure else { return 0 }
    Output.complain("\nlab: not as expected in \(path), \(failure)")
    return 1
  }

  /// What readers noticed, in intervals of which there are not too many.
  private static func showAccount(_ world: World) throws {
    let second = try world.account()
    guard second.intervals.count > 1 else { return }
    let every = [1, 2, 5, 10, 20, 60].first { second.intervals.count / $0 <= intervals } ?? 600
    Output.line("\nWhat readers noticed")
    for interval in try world.account(every: Int64(every) * 1_000).intervals { Output.line("  \(interval)") }
    guard let trouble = second.trouble else { return }
    let end = second.recovered.map { "over at \($0) ms" } ?? "and no end of it"
    Output.line("  trouble from \(trouble) ms on, \(end)")
  }

  /// The most lines of an account.
  private static let intervals = 24

  private static func world(_ path: String, seed: UInt64?) throws -> World {
    do {
      let script = try WorldScript(String(decoding: fileBytes(path), as: UTF8.self))
      return try World(script, seed: seed, parts: Parts.ofThisRun.mark)
    } catch let failure as WorldScript.Failure {
      throw LabError.failed("\(path), \(failure)")
    } catch let error as SystemError {
      throw LabError.failed("\(error).\nlab world needs the path of a script.")
    }
  }
}
