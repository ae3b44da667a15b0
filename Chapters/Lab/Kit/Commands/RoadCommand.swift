enum RoadCommand {
  static let help = """
    lab road carries UDP and TCP from one endpoint to another, late, and not all of it. It needs no rights.

      lab road --listen 127.0.0.1:5400 --to 127.0.0.1:5300 --delay 20ms --loss 2%

      --to ADDRESS:PORT       where it leads
    \(Listening.help)
      --delay 20ms            for one way; an answer comes after two of them
      --loss 2%               which share of the packets is lost, each way
      --cut 2s-4s             when nothing gets through, counted from the start; may be given several times
      --seed N                the same losses each time

    A lost datagram is gone. What TCP loses it sends again: it arrives 200 ms later, or 400, 800 …, and all that follows
    waits for it. A connection costs one round trip before the first octet.

    Try it between dig and lab authority --listen 127.0.0.1:5300:
      dig @127.0.0.1 -p 5400 +norecurse www.postroad.example

    """

  static func run(_ arguments: [String]) throws {
    let options = try Options(
      arguments, valued: Listening.valued + ["--to", "--delay", "--loss", "--cut", "--seed"],
      plain: Listening.plain)
    if options.has("--help") { return Output.write(help) }
    let target = try options.endpoint("--to", example: "127.0.0.1:5300")
    guard target.isLoopback || options.has("--expose") else {
      throw LabError.usage(
        "--to \(target) is another machine. Use 127.0.0.1, or add --expose if you mean it.")
    }
    var settings = RoadSettings()
    settings.delay = try options.duration("--delay") ?? 0
    settings.loss = try options.share("--loss") ?? 0
    settings.cuts = try options.spans("--cut")
    settings.seed = try options.seed()
    let listening = try Listening(options, usual: "127.0.0.1:5400")
    let road: RoadServer
    do {
      road = try RoadServer(
        settings, at: listening.endpoint, to: target, on: listening.loop, trace: listening.trace,
        report: Listening.report)
    } catch let error as SystemError {
      throw LabError.cannotListen(listening.endpoint, error)
    }
    Output.line("lab road listens on \(road.endpoint), leads to \(target)")
    try listening.loop.run()
    let totals = road.totals
    Output.line(
      "lab road: \(totals.datagrams) datagrams, \(totals.lost) lost; \(totals.connections) connections, \(totals.repeats) packets sent again"
    )
  }
}
