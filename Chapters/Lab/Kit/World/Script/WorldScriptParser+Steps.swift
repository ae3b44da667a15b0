import DNSMessages
import PostRoad

extension WorldScriptParser {
  mutating func step(_ line: inout WorldLine) throws {
    let at = try line.duration("a time")
    let text = line.rest
    let action: WorldScript.Step.Action
    switch try line.word("what happens") {
    case "visit": action = .visit(try visits(&line))
    case "cut": action = .cut(try line.name(), line.isEmpty ? nil : try line.name())
    case "mend": action = .mend(try line.name(), line.isEmpty ? nil : try line.name())
    case "kill": action = .kill(try line.name())
    case "start": action = .start(try line.name())
    case "forge": action = .forge(try forgery(&line))
    case "expect": action = .expect(try claims(&line))
    case let word:
      throw line.failure("expected visit, cut, mend, kill, start, forge or expect, found \(word)")
    }
    try line.end("nothing more")
    script.steps.append(WorldScript.Step(line: line.number, at: at, action: action, text: text))
  }

  private func visits(_ line: inout WorldLine) throws -> WorldScript.Visits {
    let (target, text) = try line.url()
    try line.keyword("from")
    let names = try line.word("a client's name, or all")
    var visits = WorldScript.Visits(
      url: target, text: text, clients: names.split(separator: ",").map(String.init))
    if line.takes("every") {
      visits.every = try line.duration("the time between two visits")
      try line.keyword("count")
      visits.count = try line.integer("a number of visits", 1...100_000)
    }
    if line.takes("expect") { visits.rule = try rule(&line) }
    return visits
  }

  private func rule(_ line: inout WorldLine) throws -> WorldScript.VisitRule {
    var rule = WorldScript.VisitRule()
    if !line.takes("failed") { rule.status = try line.integer("failed, or a status", 100...599) }
    while !line.isEmpty {
      let word = try line.word("a property")
      if let outcome = WorldVisit.Outcome(rawValue: word), outcome != .failed {
        rule.outcome = outcome
        continue
      }
      switch word {
      case "within": rule.within = try line.duration("a time")
      case "messages": rule.messages = try line.integer("a number of messages")
      case "by": rule.site = try line.name("the edge that answers")
      default:
        throw line.failure(
          "expected hit, miss, stale, shared, direct, within, messages or by, found \(word)")
      }
    }
    return rule
  }

  private func forgery(_ line: inout WorldLine) throws -> WorldScript.Forgery {
    let name = try line.word("the name that is lied about")
    guard (try? parseName(name)) != nil else {
      throw line.failure("expected a name like www.postroad.example, found \(name)")
    }
    guard case .v4(let address) = try line.address() else {
      throw line.failure("expected an address like 203.0.113.66")
    }
    try line.keyword("from")
    let from = try line.name()
    try line.keyword("to")
    let to = try line.name()
    try line.keyword("as")
    let source = try line.address("whose answers they say they are: an address")
    var forgery = WorldScript.Forgery(from: from, to: to, name: name, address: address, source: source)
    if line.takes("count") { forgery.count = try line.integer("a number of answers", 1...65_536) }
    return forgery
  }

  private func claims(_ line: inout WorldLine) throws -> [WorldScript.Claim] {
    var claims: [WorldScript.Claim] = []
    repeat {
      switch try line.word("what is expected") {
      case "served": claims.append(.served(try line.integer("a number of visits")))
      case "stale": claims.append(.stale(try line.integer("a number of visits")))
      case "late": claims.append(.late(try line.integer("a number of visits")))
      case "failed": claims.append(.failed(try line.integer("a number of visits")))
      case "recovered":
        try line.keyword("by")
        claims.append(.recovered(by: try line.duration("a time")))
      case "no":
        try line.keyword("trouble")
        claims.append(.noTrouble)
      case "asked": claims.append(.asked(try line.name(), try line.integer("a number of questions")))
      case "origin": claims.append(.origin(try line.integer("a number of responses")))
      case let word:
        throw line.failure(
          "expected served, stale, late, failed, recovered by, no trouble, asked or origin, found \(word)")
      }
    } while !line.isEmpty
    return claims
  }
}
