import LabKit
import PostRoad
import Testing

/// The oracle: which bodies an honest cache can have served.
@Suite struct WorldOracleTests {
  private func made(_ body: String, _ control: String) -> HTTP.Response {
    HTTP.Response(200, ["Cache-Control": control], body: Array(body.utf8))
  }

  private func visit(_ response: HTTP.Response, at time: Int64) -> WorldVisit {
    var visit = WorldVisit("laptop/1", "http://www.postroad.example/map", began: time)
    visit.response = response
    visit.ended = time + 20
    return visit
  }

  @Test
  func `a body is allowed for its lifetime, and for as long as it may be stale, and two roundings more`() {
    var oracle = WorldOracle()
    let response = made("a", "max-age=60, stale-while-revalidate=5, stale-if-error=30")
    oracle.produced(response, to: "/map", now: 1_000)
    #expect(oracle.objection(to: visit(response, at: 1_010), target: "/map") == nil)
    #expect(oracle.objection(to: visit(response, at: 93_000), target: "/map") == nil)
    #expect(
      oracle.objection(to: visit(response, at: 93_001), target: "/map")
        == .tooOld(milliseconds: 92_001, allowed: 92_000))
  }

  @Test func `a body that nobody has made for this target is refused`() {
    var oracle = WorldOracle()
    oracle.produced(made("a", "max-age=60"), to: "/map", now: 0)
    #expect(oracle.objection(to: visit(made("b", ""), at: 5), target: "/map") == .neverMade)
    #expect(oracle.objection(to: visit(made("a", ""), at: 5), target: "/other") == .neverMade)
    // It is made after the visit has ended.
    oracle.produced(made("c", "max-age=60"), to: "/map", now: 100)
    #expect(oracle.objection(to: visit(made("c", ""), at: 5), target: "/map") == .neverMade)
  }

  @Test func `what may not be kept is allowed for the visit that brought it about`() {
    var oracle = WorldOracle()
    oracle.produced(made("a", "no-store"), to: "/map", now: 30)
    #expect(oracle.objection(to: visit(made("a", ""), at: 20), target: "/map") == nil)
    #expect(oracle.objection(to: visit(made("a", ""), at: 2_031), target: "/map") != nil)
  }

  @Test func `a failure has no body of the origin's`() {
    #expect(WorldOracle().objection(to: visit(HTTP.Response(503, body: [1]), at: 5), target: "/map") == nil)
  }
}
