import Foundation
import LabKit
import Testing

/// What nginx, Varnish, Squid and Traffic Server were asked as well: where the RFC decides, ours does that, and where it leaves a choice, ours is
/// the one that the page tells.
@Suite struct EdgeCacheScriptTests {
  @Test func `the scripts are read`() {
    #expect(CacheScript.all.count >= 40)
    #expect(Set(CacheScript.all.map(\.title)).count == CacheScript.all.count)
    for script in CacheScript.all {
      #expect(["MUST", "SHOULD", "MAY"].contains { script.rule.hasPrefix($0) }, "\(script.title)")
      #expect(!script.requests.isEmpty, "\(script.title)")
    }
  }

  @Test func `what comes of each request is what the RFC allows`() throws {
    for script in CacheScript.all {
      var play = try CacheScriptPlay()
      let outcomes = try play.outcomes(of: script)
      #expect(outcomes == script.requests.map { $0.allowed[0] }, "\(script.title): \(script.rule)")
    }
  }

  // Written by Tests/Support/Recording/caching/observe.py.
  @Test func `the book's page has each script, and what is allowed`() throws {
    let root = URL(filePath: #filePath).pathComponents.dropLast(5).joined(separator: "/")
    let page = try String(
      contentsOfFile: "\(root)/Chapters/PostRoad/PostRoad.docc/CachesObserved.md", encoding: .utf8)
    let rows = page.split(separator: "\n").map { $0.split(separator: " | ").map(String.init) }
    for script in CacheScript.all {
      let row = try #require(rows.first { $0.first == "| \(script.title)" }, "\(script.title)")
      #expect(script.rule.hasPrefix(row[1].prefix { $0 != "[" && $0 != "R" }), "\(script.title)")
      #expect(row[2] == script.requests.map { $0.allowed[0] }.joined(separator: ", "), "\(script.title)")
    }
  }
}
