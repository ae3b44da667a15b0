#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What all servers of `lab` have in common: where they listen, what they tell, and how they end.
struct Listening {
  static let valued = ["--listen"]
  static let plain = ["--expose", "--trace", "--until-eof", "--help"]
  static let help = """
      --listen ADDRESS:PORT   where it listens; port 0 takes a free one, which is told
      --expose                allows an address that other machines can reach
      --trace                 prints a line for each thing that happens
      --until-eof             ends when its standard input does: with the program that has started it
    """

  let loop = EventLoop()
  let endpoint: Endpoint
  /// Nil without `--trace`.
  let trace: ((String) -> Void)?
  private let interrupt: Interrupt

  init(_ options: Options, usual: String) throws {
    let text = options["--listen"] ?? usual
    do { endpoint = try Endpoint(text) } catch let error as EndpointError {
      throw LabError.badEndpoint("--listen", error)
    }
    guard endpoint.isLoopback || options.has("--expose") else {
      throw LabError.usage(
        "\(endpoint.host) can be reached from other machines. Use 127.0.0.1, or add --expose if you mean it.")
    }
    trace = options.has("--trace") ? { Output.line($0) } : nil
    interrupt = try Interrupt(ending: loop)
    if options.has("--until-eof") { loop.watch(0, for: POLLIN, InputEnd(ending: loop)) }
  }

  /// A web server here.
  func webServer(_ limits: ServerLimits = ServerLimits()) throws -> HTTPServer {
    do {
      return try HTTPServer(at: endpoint, on: loop, limits: limits, report: Self.report)
    } catch let error as SystemError {
      throw LabError.cannotListen(endpoint, error)
    }
  }

  /// A name server here.
  func nameServer() throws -> DNSServer {
    do {
      return try DNSServer(at: endpoint, on: loop)
    } catch let error as SystemError {
      throw LabError.cannotListen(endpoint, error)
    }
  }

  /// Tells an error that is nobody's request's fault: an exercise that is not solved, mostly.
  static func report(_ error: any Error) { Output.complain("lab: \(error)") }

  /// Seconds since 1970.
  static let wallClock: @Sendable () -> Int = { time(nil) }
}
