import LabKit
import PostRoad
import Testing

/// What is stored, served and thrown away.
@Suite struct EdgeStoreTests {
  @Test func `a miss is asked of the origin and stored, a hit is not asked`() throws {
    var script = try EdgeScript()
    let miss = try script.fill("/map", with: .ok("map", ["Cache-Control": "max-age=60"]))
    script.now += 7
    let hit = try script.ask("/map").actions
    #expect(miss.told == "edge; fwd=uri-miss; fwd-status=200; stored; ttl=60")
    #expect(hit.responses.map(\.text) == ["map"])
    #expect(hit.responses.map(\.told) == ["edge; hit; ttl=53"])
    #expect(hit.responses.first?.fields.first("Age") == "7")
  }

  @Test func `what was a hit a moment ago is one as long as nothing has changed`() throws {
    var script = try EdgeScript()
    _ = try script.fill("/map", with: .ok("old", ["Cache-Control": "max-age=60", "ETag": #""v1""#]))
    for age in [0, 0, 1, 59] {
      script.now = 1_000_000_000 + age
      #expect(try script.response("/map").told == "edge; hit; ttl=\(60 - age)")
      #expect(try script.response("/map").fields.first("Age") == "\(age)")
      #expect(try script.response("/map", ["If-None-Match": #""v1""#]).status == 304)
      #expect(try script.response("/map", method: "HEAD").body.isEmpty)
    }
    let post = try script.fetch("/map", method: "POST")
    _ = try script.answer(post, HTTP.Response(204))
    _ = try script.fill("/map", with: .ok("new", ["Cache-Control": "max-age=60"]))
    #expect(try script.response("/map").text == "new")
    #expect(try script.response("/map", ["If-None-Match": #""v1""#]).status == 200)
    script.now += 60
    #expect(try script.ask("/map").actions.fetches.count == 1)
  }

  @Test func `a hit again and again keeps its place in a full store`() throws {
    var settings = EdgeSettings()
    settings.capacity = 3_000
    var script = try EdgeScript(settings)
    let body = String(repeating: "x", count: 700)
    for path in ["/1", "/2"] { _ = try script.fill(path, with: .ok(body, ["Cache-Control": "max-age=60"])) }
    // Both have been hits in this second; then the first is used last.
    for path in ["/1", "/2", "/1"] { #expect(try script.response(path).status == 200) }
    _ = try script.fill("/3", with: .ok(body, ["Cache-Control": "max-age=60"]))
    #expect(try script.ask("/1").actions.responses.count == 1)
    #expect(try script.ask("/2").actions.fetches.count == 1)
  }

  @Test func `what may not be stored is asked for again`() throws {
    var script = try EdgeScript()
    let first = try script.fill("/cart", with: .ok("cart", ["Cache-Control": "no-store"]))
    #expect(first.told == "edge; fwd=uri-miss; fwd-status=200")
    #expect(try script.ask("/cart").actions.fetches.count == 1)
  }

  // RFC 9213 §2.2: the CDN's own field counts, and is passed on with the others.
  @Test func `a field for caches like this one counts in the place of Cache-Control`() throws {
    var script = try EdgeScript()
    let fields: HTTP.Fields = ["Cache-Control": "no-store", "CDN-Cache-Control": "max-age=60"]
    _ = try script.fill("/map", with: .ok("map", fields))
    let hit = try script.response("/map")
    #expect(hit.told == "edge; hit; ttl=60")
    #expect(hit.fields.first("Cache-Control") == "no-store")
  }

  // RFC 9111 §4.4
  @Test func `an unsafe request makes what is stored invalid, and what is under way is not stored`() throws {
    var script = try EdgeScript()
    _ = try script.fill("/map", with: .ok("old", ["Cache-Control": "max-age=60"]))
    let slow = try script.fetch("/map", ["Cache-Control": "no-cache"])
    let post = try script.fetch("/map", method: "POST", body: [1])
    #expect(post.body == [1])
    #expect(try script.answer(post, HTTP.Response(204)).responses.map(\.status) == [204])
    #expect(
      try script.answer(slow, .ok("old", ["Cache-Control": "max-age=60"])).responses.map(\.text) == ["old"])
    #expect(try script.ask("/map").actions.fetches.count == 1)
  }

  @Test func `a failed unsafe request makes nothing invalid`() throws {
    var script = try EdgeScript()
    _ = try script.fill("/map", with: .ok("map", ["Cache-Control": "max-age=60"]))
    let post = try script.fetch("/map", method: "POST")
    _ = try script.answer(post, HTTP.Response(409))
    #expect(try script.ask("/map").actions.responses.map(\.text) == ["map"])
  }

  @Test func `a full store lets the least recently used go`() throws {
    var settings = EdgeSettings()
    settings.capacity = 3_000
    var script = try EdgeScript(settings)
    let body = String(repeating: "x", count: 700)
    for path in ["/1", "/2"] { _ = try script.fill(path, with: .ok(body, ["Cache-Control": "max-age=60"])) }
    #expect(try script.ask("/1").actions.responses.count == 1)
    _ = try script.fill("/3", with: .ok(body, ["Cache-Control": "max-age=60"]))
    #expect(try script.edge.used <= 3_000)
    #expect(try script.ask("/1").actions.responses.count == 1)
    #expect(try script.ask("/2").actions.fetches.count == 1)
  }

  @Test func `what is larger than the store is passed on`() throws {
    var settings = EdgeSettings()
    settings.capacity = 1_000
    var script = try EdgeScript(settings)
    let body = String(repeating: "x", count: 2_000)
    let first = try script.fill("/large", with: .ok(body, ["Cache-Control": "max-age=60"]))
    #expect(first.body.count == 2_000)
    #expect(first.told == "edge; fwd=uri-miss; fwd-status=200")
    #expect(try script.edge.used == 0)
  }

  // RFC 9111 §4.1
  @Test func `a Vary keeps a response for each wish`() throws {
    var script = try EdgeScript()
    let fields: HTTP.Fields = ["Cache-Control": "max-age=60", "Vary": "Accept-Language"]
    _ = try script.fill("/", ["Accept-Language": "de"], with: .ok("Karte", fields))
    let other = try script.fill("/", ["Accept-Language": "fr"], with: .ok("carte", fields))
    #expect(other.told == "edge; fwd=vary-miss; fwd-status=200; stored; ttl=60")
    #expect(try script.ask("/", ["Accept-Language": "de"]).actions.responses.map(\.text) == ["Karte"])
    #expect(try script.ask("/", ["Accept-Language": "fr"]).actions.responses.map(\.text) == ["carte"])
  }

  @Test func `one key has no more responses than it may`() throws {
    var settings = EdgeSettings()
    settings.variants = 3
    var script = try EdgeScript(settings)
    let fields: HTTP.Fields = ["Cache-Control": "max-age=60", "Vary": "Cookie"]
    for user in 1...5 { _ = try script.fill("/", ["Cookie": "\(user)"], with: .ok("\(user)", fields)) }
    #expect(try script.ask("/", ["Cookie": "3"]).actions.responses.map(\.text) == ["3"])
    #expect(try script.ask("/", ["Cookie": "2"]).actions.fetches.count == 1)
  }

  @Test func `only-if-cached is answered from the store or not at all`() throws {
    var script = try EdgeScript()
    let fields: HTTP.Fields = ["Cache-Control": "only-if-cached"]
    #expect(try script.ask("/map", fields).actions.responses.map(\.status) == [504])
  }

  @Test func `what is no URI is refused, and nothing has begun`() throws {
    var script = try EdgeScript()
    #expect(throws: HTTP.TargetError.notHTTP("ftp://postroad.example/")) {
      try script.edgeRequest("ftp://postroad.example/")
    }
  }
}

extension EdgeScript {
  mutating func edgeRequest(_ uri: String) throws {
    var copy = edge
    _ = try copy.request(HTTP.Request("GET", uri), from: 1, now: now)
  }
}
