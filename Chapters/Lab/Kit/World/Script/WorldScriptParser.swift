import PostRoad

/// Reads a world's text: a line for each thing, in any order but for the time of steps.
///
///     seed 7
///     authority root 192.0.2.1
///     zone root
///       . 3600 SOA a.root. warden.root. 1 7200 900 1209600 300
///     resolver home 192.0.2.7 root 192.0.2.1
///     client laptop resolver 192.0.2.7
///     road laptop home 10ms loss 1%
///     at 300ms visit http://www.postroad.example/ from laptop expect 200 hit within 45ms
struct WorldScriptParser {
  static let keywords = [
    "seed", "late", "authority", "zone", "resolver", "client", "edge", "balancer", "backend", "road", "link",
    "checks", "at",
  ]

  var script = WorldScript()
  /// The zone whose text is being read.
  private var zone: (node: String, at: Int64, lines: [String], line: Int)?

  static func parse(_ text: String) throws -> WorldScript {
    var parser = WorldScriptParser()
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      try parser.read(line.last == "\r" ? line.dropLast() : line, index + 1)
    }
    parser.closeZone()
    parser.script.steps = parser.script.steps.enumerated()
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    try parser.script.validate()
    return parser.script
  }

  private mutating func read(_ text: Substring, _ number: Int) throws {
    var line = WorldLine(number, String(text))
    if zone != nil {
      // What is indented belongs to the zone; its own comments begin with a semicolon.
      if text.first == " " || text.allSatisfy(\.isWhitespace) {
        zone?.lines.append(String(text))
        return
      }
      closeZone()
    }
    guard !line.isEmpty else { return }
    if text.first == " " { throw line.failure("only the lines of a zone are indented") }
    let keyword = try line.word("a keyword")
    switch keyword {
    case "seed":
      let word = try line.word("a seed")
      guard let seed = UInt64(word) else { throw line.failure("expected a whole number, found \(word)") }
      script.seed = seed
      try line.end("nothing after the seed")
    case "late":
      script.late = try line.duration("the time from which on a visit is late")
      try line.end("nothing after the time")
    case "zone":
      let node = try line.name("the authority whose zone it is")
      let at = line.takes("at") ? try line.duration("a time") : 0
      try line.end("at and a time, or the zone's text on the next lines, indented")
      zone = (node, at, [], number)
    case "authority", "resolver", "client", "edge", "balancer", "backend": try node(keyword, &line)
    case "road": try road(&line)
    case "link": try link(&line)
    case "checks": try checks(&line)
    case "at": try step(&line)
    default:
      throw line.failure("expected one of \(Self.keywords.joined(separator: ", ")), found \(keyword)")
    }
  }

  /// The zone's text is at its end: its lines lose what the first one is indented by.
  private mutating func closeZone() {
    guard let zone else { return }
    self.zone = nil
    let indentation = zone.lines.first { !$0.allSatisfy(\.isWhitespace) }?.prefix { $0 == " " }.count ?? 0
    let text =
      zone.lines.map { line in
        String(line.dropFirst(min(indentation, line.prefix { $0 == " " }.count)))
      }.joined(separator: "\n") + "\n"
    script.zones.append(WorldScript.Zone(node: zone.node, at: zone.at, text: text, line: zone.line))
    if zone.at > 0 {
      script.steps.append(
        WorldScript.Step(
          line: zone.line, at: zone.at, action: .zone(zone.node, text: text), text: "zone \(zone.node)"))
    }
  }

  private mutating func road(_ line: inout WorldLine) throws {
    let from = try line.word("a node's name, or *")
    let isOneWay = line.takes(">")
    let to = try line.word("a node's name, or *")
    var road = WorldScript.Road(from: from, to: to, isOneWay: isOneWay, line: line.number)
    road.properties.delay = UInt32(try line.duration("the delay"))
    while !line.isEmpty {
      switch try line.word("a property") {
      case "rate": road.properties.bitsPerSecond = try line.rate()
      case "jitter": road.properties.jitter = UInt32(try line.duration("the jitter"))
      case "loss": road.properties.loss = try line.share("a loss")
      case "duplicate": road.properties.duplication = try line.share("a share of packets that arrive twice")
      case let word: throw line.failure("expected rate, jitter, loss or duplicate, found \(word)")
      }
    }
    script.roads.append(road)
  }

  private mutating func link(_ line: inout WorldLine) throws {
    let one = try line.network()
    let sign = try line.word("> or -")
    let other = try line.network()
    switch sign {
    case ">": script.links.append(.transit(provider: one, customer: other))
    case "-": script.links.append(.peering(one, other))
    default: throw line.failure("expected > (provider and customer) or - (peers), found \(sign)")
    }
    try line.end("nothing after the second network")
  }

  private mutating func checks(_ line: inout WorldLine) throws {
    while !line.isEmpty {
      switch try line.word("a property") {
      case "every": script.checks.every = try line.duration("the time between two checks")
      case "timeout": script.checks.timeout = try line.duration("the time after which a check has failed")
      case "fall": script.checks.fall = try line.integer("a number of failures", 1...1_000)
      case "converge": script.checks.convergence = try line.duration("the time that routes need")
      case let word: throw line.failure("expected every, timeout, fall or converge, found \(word)")
      }
    }
  }
}
