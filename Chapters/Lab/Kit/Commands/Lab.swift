/// `lab`: the chapters' functions as servers that programs talk to.
package enum Lab {
  static let help = """
    lab runs the functions of this course as servers on your own machine.

      lab edge        a CDN's cache in front of an origin (chapter 4)
      lab authority   a name server for zones of your own (chapters 1 and 2)
      lab resolver    finds answers from the root down (chapter 3)
      lab balancer    gives requests to several backends (chapters 5 and 6)
      lab backend     a small origin for experiments
      lab road        a slow and lossy road between any two of them
      lab check       judges a running authority, resolver, edge or balancer, rule by rule
      lab visit       fetches a page, and shows where the time went
      lab world       plays a small internet in virtual time, from a script
      lab trace       draws what a world has written

    Each says more with --help: lab edge --help
    Ctrl-C ends a server. It can be reached from this machine only, unless it is started with --expose.

    """

  /// Runs a command, and returns the status to exit with: 0, 1 where it failed, 64 for a wrong command line (sysexits.h); `check`
  /// has 3 as well, and `world` has 1 where something did not come true that was expected.
  package static func main(_ arguments: [String]) -> Int32 {
    let rest = Array(arguments.dropFirst())
    do {
      if let command = arguments.first, !rest.contains("--help"),
        let words = Parts.ofThisRun.words(for: command)
      {
        Output.complain("lab: \(words)")
      }
      switch arguments.first {
      case nil, "help", "--help", "-h": Output.write(help)
      case "edge": try EdgeCommand.run(rest)
      case "authority": try AuthorityCommand.run(rest)
      case "resolver": try ResolverCommand.run(rest)
      case "balancer": try BalancerCommand.run(rest)
      case "backend": try BackendCommand.run(rest)
      case "road": try RoadCommand.run(rest)
      case "check": return try CheckCommand.run(rest)
      case "visit": try VisitCommand.run(rest)
      case "world": return try WorldCommand.run(rest)
      case "trace": try TraceCommand.run(rest)
      case let other?: throw LabError.usage("There is no command \(other).")
      }
      return 0
    } catch LabError.usage(let what) {
      let command = arguments.first.flatMap { commands.contains($0) ? " \($0)" : nil } ?? ""
      Output.complain("lab: \(what)\nSee: lab\(command) --help")
      return 64
    } catch LabError.failed(let what) {
      Output.complain("lab: \(what)")
      return 1
    } catch {
      Output.complain("lab: \(error)")
      return 1
    }
  }

  private static let commands = [
    "edge", "authority", "resolver", "balancer", "backend", "road", "check", "visit", "world", "trace",
  ]
}
