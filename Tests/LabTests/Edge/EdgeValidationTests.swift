import LabKit
import PostRoad
import Testing

/// Asking whether what is stored is still true, and what clients ask of it.
@Suite struct EdgeValidationTests {
  private static let stale: HTTP.Fields = ["Cache-Control": "max-age=10", "ETag": #""v1""#]

  @Test func `a 304 makes the stored response fresh, and it is served`() throws {
    var script = try EdgeScript()
    _ = try script.fill("/map", with: .ok("map", Self.stale))
    script.now += 20
    let fetch = try script.fetch("/map")
    #expect(fetch.request.fields.first("If-None-Match") == #""v1""#)
    let fields: HTTP.Fields = ["Cache-Control": "max-age=100", "ETag": #""v1""#]
    let answers = try script.answer(fetch, HTTP.Response(304, fields))
    let answer = try #require(answers.responses.first)
    #expect(answer.status == 200)
    #expect(answer.text == "map")
    #expect(answer.told == "edge; fwd=stale; fwd-status=304; ttl=100")
    script.now += 50
    #expect(try script.ask("/map").actions.responses.map(\.told) == ["edge; hit; ttl=50"])
  }

  @Test func `another answer takes the stored one's place`() throws {
    var script = try EdgeScript()
    _ = try script.fill("/map", with: .ok("old", Self.stale))
    script.now += 20
    let new = try script.fill("/map", with: .ok("new", ["Cache-Control": "max-age=10", "ETag": #""v2""#]))
    #expect(new.told == "edge; fwd=stale; fwd-status=200; stored; ttl=10")
    #expect(try script.ask("/map").actions.responses.map(\.text) == ["new"])
  }

  @Test func `a 304 about another response is asked about again, without a condition`() throws {
    var script = try EdgeScript()
    _ = try script.fill("/map", with: .ok("old", Self.stale))
    script.now += 20
    let first = try script.fetch("/map")
    let seconds = try script.answer(first, HTTP.Response(304, ["ETag": #""other""#]))
    let second = try #require(seconds.fetches.first)
    #expect(second.request.fields.lines.isEmpty)
    #expect(try script.answer(second, .ok("new")).responses.map(\.text) == ["new"])
  }

  // RFC 9111 §4.3.1: the tags of all, where none matches.
  @Test func `a response to another wish may be the one for this wish, too`() throws {
    var script = try EdgeScript()
    let fields: HTTP.Fields = ["Cache-Control": "max-age=60", "Vary": "Accept", "ETag": #""png""#]
    _ = try script.fill("/logo", ["Accept": "image/png"], with: .ok("logo", fields))
    let fetch = try script.fetch("/logo", ["Accept": "image/*"])
    #expect(fetch.request.fields.first("If-None-Match") == #""png""#)
    let answer = try script.answer(fetch, HTTP.Response(304, ["ETag": #""png""#]))
    #expect(answer.responses.map(\.text) == ["logo"])
    #expect(try script.ask("/logo", ["Accept": "image/*"]).actions.responses.map(\.text) == ["logo"])
    #expect(try script.ask("/logo", ["Accept": "image/png"]).actions.responses.map(\.text) == ["logo"])
  }

  @Test func `a client's condition is answered from a miss, without the origin's knowing of it`() throws {
    var script = try EdgeScript()
    let asked = try script.ask("/map", ["If-None-Match": #""v1""#, "Range": "bytes=0-1"])
    let fetch = try #require(asked.actions.fetches.first)
    #expect(fetch.request.fields.lines.isEmpty)
    #expect(try script.answer(fetch, .ok("map", Self.stale)).responses.map(\.status) == [304])
    #expect(try script.ask("/map").actions.responses.map(\.text) == ["map"])
  }

  @Test func `a range is cut out of what is stored`() throws {
    var script = try EdgeScript()
    let part = try script.fill("/map", ["Range": "bytes=1-"], with: .ok("map", Self.stale))
    #expect(part.status == 206)
    #expect(part.text == "ap")
    #expect(try script.ask("/map", ["Range": "bytes=9-"]).actions.responses.map(\.status) == [416])
    #expect(try script.ask("/map").actions.responses.map(\.text) == ["map"])
  }

  @Test func `a condition for the origin goes there as it is`() throws {
    var script = try EdgeScript()
    _ = try script.fill("/map", with: .ok("map", Self.stale))
    let fields: HTTP.Fields = ["If-Match": #""v1""#]
    let fetch = try script.fetch("/map", fields)
    #expect(fetch.request.fields == fields)
    #expect(try script.answer(fetch, HTTP.Response(412)).responses.map(\.status) == [412])
  }

  @Test func `no-cache asks the origin, and freshens what is stored`() throws {
    var script = try EdgeScript()
    _ = try script.fill("/map", with: .ok("map", Self.stale))
    script.now += 5
    let fetch = try script.fetch("/map", ["Cache-Control": "no-cache"])
    let answer = try script.answer(fetch, HTTP.Response(304, ["ETag": #""v1""#]))
    #expect(answer.responses.map(\.told) == ["edge; fwd=request; fwd-status=304; ttl=10"])
  }

  @Test func `HEAD is answered from the store without a body`() throws {
    var script = try EdgeScript()
    _ = try script.fill("/map", with: .ok("map", Self.stale))
    let head = try script.response("/map", method: "HEAD")
    #expect(head.body.isEmpty)
    #expect(head.told == "edge; hit; ttl=10")
  }

  // RFC 9111 §4.3.5
  @Test func `a HEAD that does not agree with what is stored ends it`() throws {
    var script = try EdgeScript()
    _ = try script.fill("/map", with: .ok("map", Self.stale))
    script.now += 20
    let fetch = try script.fetch("/map", method: "HEAD")
    _ = try script.answer(fetch, HTTP.Response(200, ["ETag": #""v2""#]))
    let next = try script.fetch("/map")
    #expect(!next.request.fields.contains("If-None-Match"))
  }
}
