import LabKit
import PostRoad
import Testing

/// One request to the origin out of many (RFC 9111 §4).
@Suite struct EdgeCoalescingTests {
  private static let fresh: HTTP.Fields = ["Cache-Control": "max-age=60"]

  @Test func `concurrent misses are one request, and all get its answer`() throws {
    var script = try EdgeScript()
    let first = try script.ask("/map")
    let fetch = try #require(first.actions.fetches.first)
    for caller in 2...64 { #expect(try script.ask("/map").actions == [.wait(caller)]) }
    let answers = try script.answer(fetch, .ok("map", Self.fresh))
    #expect(answers.answered == Array(1...64))
    #expect(answers.responses.allSatisfy { $0.text == "map" })
    try #require(answers.responses.count == 64)
    #expect(answers.responses[0].told == "edge; fwd=uri-miss; fwd-status=200; stored; ttl=60")
    #expect(answers.responses[1].told == "edge; fwd=uri-miss; fwd-status=200; collapsed; ttl=60")
  }

  @Test func `an answer that may not be shared is for one alone, and nobody waits for the next`() throws {
    var script = try EdgeScript()
    let fetch = try script.fetch("/cart")
    _ = try script.ask("/cart")
    _ = try script.ask("/cart")
    let answers = try script.answer(fetch, .ok("cart of 1", ["Cache-Control": "private"]))
    #expect(answers.answered == [1])
    #expect(answers.fetches.map(\.caller) == [2, 3])
    #expect(try script.ask("/cart").actions.fetches.map(\.caller) == [4])
    try #require(answers.fetches.count == 2)
    let third = try script.answer(answers.fetches[1], .ok("cart of 3", ["Cache-Control": "private"]))
    #expect(third.answered == [3])
    #expect(third.responses.map(\.text) == ["cart of 3"])
  }

  @Test func `who wants another variant asks anew`() throws {
    var script = try EdgeScript()
    let fetch = try script.fetch("/", ["Accept-Language": "de"])
    _ = try script.ask("/", ["Accept-Language": "fr"])
    _ = try script.ask("/", ["Accept-Language": "de"])
    _ = try script.ask("/", ["Accept-Language": "fr"])
    let fields: HTTP.Fields = ["Cache-Control": "max-age=60", "Vary": "Accept-Language"]
    let german = try script.answer(fetch, .ok("Karte", fields))
    #expect(german.answered == [1, 3])
    #expect(german.fetches.map(\.caller) == [2])
    let next = try #require(german.fetches.first)
    let french = try script.answer(next, .ok("carte", fields))
    #expect(french.answered == [2, 4])
    #expect(french.responses.allSatisfy { $0.text == "carte" })
  }

  @Test func `a failure frees everybody`() throws {
    var script = try EdgeScript()
    let fetch = try script.fetch("/map")
    _ = try script.ask("/map")
    let answers = try script.fail(fetch, .unreachable("refused"))
    #expect(answers.answered == [1, 2])
    #expect(answers.responses.allSatisfy { $0.status == 502 })
    #expect(try script.ask("/map").actions.fetches.count == 1)
  }

  @Test func `an error of the origin is for the one who asked, and the others hear of it`() throws {
    var script = try EdgeScript()
    let fetch = try script.fetch("/map")
    _ = try script.ask("/map")
    let answers = try script.answer(fetch, HTTP.Response(500, ["Set-Cookie": "user=1"], body: [1]))
    #expect(answers.responses.map(\.status) == [500, 502])
    try #require(answers.responses.count == 2)
    #expect(!answers.responses[1].fields.contains("Set-Cookie"))
    #expect(answers.fetches.isEmpty)
  }

  @Test func `the one who asked may leave, and the last one ends the fetch`() throws {
    var script = try EdgeScript()
    let fetch = try script.fetch("/map")
    _ = try script.ask("/map")
    #expect(try script.leave(1) == [])
    #expect(try script.leave(2) == [.stop(fetch.id)])
    #expect(try script.answer(fetch, .ok("map", Self.fresh)) == [])
    #expect(try script.ask("/map").actions.fetches.count == 1)
  }

  @Test func `those who wait get what the one who left has asked for`() throws {
    var script = try EdgeScript()
    let fetch = try script.fetch("/map")
    _ = try script.ask("/map")
    #expect(try script.leave(1) == [])
    #expect(try script.answer(fetch, .ok("map", Self.fresh)).answered == [2])
  }

  @Test func `an unsafe request goes on when its client has left`() throws {
    var script = try EdgeScript()
    _ = try script.fill("/map", with: .ok("old", Self.fresh))
    let post = try script.ask("/map", method: "DELETE")
    #expect(try script.leave(post.caller) == [])
    #expect(try script.answer(try #require(post.actions.fetches.first), HTTP.Response(204)) == [])
    #expect(try script.ask("/map").actions.fetches.count == 1)
  }

  @Test func `each range is cut for the one who asked for it`() throws {
    var script = try EdgeScript()
    let fetch = try script.fetch("/map", ["Range": "bytes=0-0"])
    _ = try script.ask("/map", ["Range": "bytes=1-1"])
    _ = try script.ask("/map")
    let answers = try script.answer(fetch, .ok("map", Self.fresh))
    #expect(answers.responses.map(\.text) == ["m", "a", "map"])
  }
}
