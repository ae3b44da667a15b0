import LabKit
import PostRoad
import Testing

/// Stale answers (RFC 5861).
@Suite struct EdgeStaleTests {
  private static let allowed: HTTP.Fields = [
    "Cache-Control": "max-age=10, stale-while-revalidate=30, stale-if-error=60", "ETag": #""v1""#,
  ]

  @Test func `a stale answer comes at once, with one refresh for all who ask`() throws {
    var script = try EdgeScript()
    _ = try script.fill("/map", with: .ok("old", Self.allowed))
    script.now += 15
    let first = try script.ask("/map").actions
    let second = try script.ask("/map").actions
    #expect(first.responses.map(\.told) == ["edge; hit; ttl=-5"])
    #expect(second.responses.map(\.text) == ["old"])
    #expect(second.fetches.isEmpty)
    let refresh = try #require(first.fetches.first)
    #expect(refresh.isRefresh)
    #expect(refresh.caller == 2)
    #expect(try script.answer(refresh, .ok("new", Self.allowed)) == [])
    #expect(try script.ask("/map").actions.responses.map(\.text) == ["new"])
  }

  @Test func `a refresh that has failed is tried again`() throws {
    var script = try EdgeScript()
    _ = try script.fill("/map", with: .ok("old", Self.allowed))
    script.now += 15
    let refresh = try script.fetch("/map")
    #expect(try script.fail(refresh) == [])
    let again = try script.ask("/map").actions
    #expect(again.responses.map(\.text) == ["old"])
    #expect(again.fetches.count == 1)
  }

  @Test func `a 304 ends a refresh`() throws {
    var script = try EdgeScript()
    _ = try script.fill("/map", with: .ok("old", Self.allowed))
    script.now += 15
    let refresh = try script.fetch("/map")
    #expect(refresh.request.fields.first("If-None-Match") == #""v1""#)
    #expect(try script.answer(refresh, HTTP.Response(304, Self.allowed)) == [])
    #expect(try script.ask("/map").actions.responses.map(\.told) == ["edge; hit; ttl=10"])
  }

  @Test func `who is too late for a stale answer waits for the refresh`() throws {
    var script = try EdgeScript()
    _ = try script.fill("/map", with: .ok("old", Self.allowed))
    script.now += 40
    let refresh = try script.fetch("/map")
    script.now += 1
    let late = try script.ask("/map")
    #expect(late.actions == [.wait(late.caller)])
    let answers = try script.answer(refresh, .ok("new", Self.allowed))
    #expect(answers.answered == [late.caller])
    #expect(answers.responses.map(\.text) == ["new"])
  }

  @Test func `a client that wants no stale answer gets none`() throws {
    for control in ["no-cache", "max-age=12", "max-stale=4", "min-fresh=1"] {
      var script = try EdgeScript()
      _ = try script.fill("/map", with: .ok("old", Self.allowed))
      script.now += 15
      let actions = try script.ask("/map", ["Cache-Control": control]).actions
      #expect(actions.responses.isEmpty, "\(control)")
      #expect(actions.fetches.map(\.isRefresh) == [false], "\(control)")
    }
  }

  @Test func `a failed origin is covered by what is stale`() throws {
    var script = try EdgeScript()
    _ = try script.fill("/map", with: .ok("old", Self.allowed))
    script.now += 45
    let dead = try script.fetch("/map")
    let covered = try script.fail(dead, .timedOut(milliseconds: 1))
    #expect(covered.responses.map(\.text) == ["old"])
    #expect(covered.responses.map(\.told) == ["edge; fwd=stale; ttl=-35"])
    let ill = try script.fetch("/map")
    let second = try script.answer(ill, HTTP.Response(503))
    #expect(second.responses.map(\.told) == ["edge; fwd=stale; fwd-status=503; ttl=-35"])
    script.now += 26
    let last = try script.fetch("/map")
    #expect(try script.fail(last, .timedOut(milliseconds: 1)).responses.map(\.status) == [504])
  }

  @Test func `no-cache is not answered with what is stale when the origin fails`() throws {
    var script = try EdgeScript()
    _ = try script.fill("/map", with: .ok("old", Self.allowed))
    script.now += 20
    let fetch = try script.fetch("/map", ["Cache-Control": "no-cache"])
    #expect(try script.fail(fetch).responses.map(\.status) == [502])
  }
}
