import LabKit
import PostRoad
import Testing

/// The judge of edges is judged: ours keeps its rules, and each rule finds the edge that breaks it.
@Suite struct EdgeRulesTests {
  private func report(_ change: (MemoryEdge) -> Void = { _ in }) throws -> CheckReport {
    let peer = try MemoryEdge()
    change(peer)
    return try CheckReport(edgeRules(run: "1f"), of: peer as any WebPeer)
  }

  @Test func `our edge keeps all rules`() throws {
    let report = try report()
    #expect(report.broken == [], "\(report.text)")
    #expect(report.lines.count == 26)
    #expect(report.lines.allSatisfy { $0.verdict == .kept })
  }

  /// An edge that does one thing wrong, and the rule that has to find it.
  struct Wrong: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rule: String
    let change: @Sendable (MemoryEdge) -> Void

    init(_ what: String, _ rule: String, _ change: @escaping @Sendable (MemoryEdge) -> Void) {
      testDescription = what
      self.rule = rule
      self.change = change
    }

    /// An edge that does not know a directive.
    static func ignores(_ directive: String, _ rule: String) -> Wrong {
      Wrong("ignores \(directive)", rule) { edge in
        edge.changeResponse = { response in
          let left = response.fields.tokens(of: "Cache-Control").filter { !$0.hasPrefix(directive) }
          response.fields.set("Cache-Control", left.joined(separator: ", "))
        }
      }
    }
  }

  private static let wrong = [
    Wrong("stores nothing", "a fresh response") { edge in
      edge.changeResponse = { $0.fields.set("Cache-Control", "no-store") }
    },
    Wrong("has no Age", "what is served from the store has an Age") { edge in
      edge.changeAnswer = { $1.fields.remove("Age") }
    },
    Wrong("has a key without the query", "another query") { edge in
      edge.changeRequest = { request in
        request.uri = String(request.uri.prefix { $0 != "?" })
      }
    },
    Wrong("does not know Vary", "Vary keeps") { edge in edge.changeResponse = { $0.fields.remove("Vary") } },
    Wrong("serves what is stale", "a stale response") { edge in
      edge.changeResponse = { response in
        if response.fields.tokens(of: "Cache-Control").contains("max-age=0") {
          response.fields.set("Cache-Control", "max-age=60")
        }
      }
    },
    Wrong("hands the origin's 304 on", "a 304 from the origin") { edge in
      edge.changeAnswer = { request, response in
        if !request.fields.contains("If-None-Match"),
          response.fields.values(of: "Cache-Status").contains(where: { $0.contains("fwd-status=304") })
        {
          response = HTTP.Response(304)
        }
      }
    },
    .ignores("no-store", "no-store"), .ignores("private", "private"), .ignores("no-cache", "no-cache"),
    .ignores("s-maxage", "s-maxage"),
    Wrong("does not look at Authorization", "what was answered to Authorization") { edge in
      edge.changeRequest = { $0.fields.remove("Authorization") }
    },
    Wrong("stores what is cut short", "a response that is cut short is not stored") { edge in
      edge.faults = [.believesCutResponses]
    },
    Wrong("hands on what is cut short", "a response that is cut short is not handed on") { edge in
      edge.faults = [.believesCutResponses]
    },
    Wrong("keeps what a POST has changed", "a POST makes") { edge in edge.faults = [.doesNotInvalidate] },
    Wrong("has a length of 0 for HEAD", "HEAD has") { edge in
      edge.changeAnswer = { request, response in
        if request.method == "HEAD" { response.fields.set("Content-Length", "0") }
      }
    },
    Wrong("ignores If-None-Match", "whoever has it already") { edge in
      edge.changeRequest = { $0.fields.remove("If-None-Match") }
    },
    Wrong("counts a range from 1", "a range") { edge in
      edge.changeAnswer = { if $1.status == 206 { $1.body = Array("jklmnopqrs".utf8) } }
    },
    Wrong("needs no Host", "a request without Host") { edge in edge.faults = [.takesAnyHead] },
    Wrong("trims names", "white space before") { edge in edge.faults = [.takesAnyHead] },
    Wrong("takes the first of two lengths", "two different lengths") { edge in edge.faults = [.takesAnyHead]
    },
    Wrong("reads on after both lengths", "after Transfer-Encoding") { edge in
      edge.faults = [.readsOnAfterBothLengths]
    },
    Wrong("answers the last request first", "requests on one connection") { edge in
      edge.faults = [.answersBackwards]
    },
    Wrong("keeps the connection of HTTP/1.0", "a client of HTTP/1.0") { edge in
      edge.faults = [.keepsOldClients]
    },
    Wrong("hands chunks on as they are", "a body in chunks") { edge in edge.faults = [.leavesChunksInside] },
    Wrong("does not read Connection", "what Connection names") { edge in
      edge.changeHead = { $0.fields.append(LB.Field("x-hop", "1")) }
    },
    Wrong("adds no Via", "Via says") { edge in
      edge.changeHead = { $0.fields.removeAll { $0.name == "via" } }
    },
  ]

  @Test(arguments: wrong) func `an edge is found out that`(_ wrong: Wrong) throws {
    let report = try report(wrong.change)
    #expect(report.status == 1)
    #expect(report.broken.contains { $0.hasPrefix(wrong.rule) }, "\(report.text)")
  }

  @Test func `every rule finds somebody`() throws {
    let sentences = try report().lines.map(\.sentence)
    for sentence in sentences {
      #expect(Self.wrong.contains { sentence.hasPrefix($0.rule) }, "\(sentence)")
    }
  }
}
