import PostRoad

/// Says of every body that a reader got whether the origin had it, and recently enough. It knows none of the chapters' functions.
package struct WorldOracle {
  /// What is wrong with a body.
  package enum Objection: Hashable, Sendable {
    /// No origin has ever made it.
    case neverMade
    /// It was made so many milliseconds before the visit, and might be used for `allowed`.
    case tooOld(milliseconds: Int64, allowed: Int64)
  }

  /// Caches count whole seconds (RFC 9111 §1.2.2), and there may be two of them on the way.
  private static let rounding: Int64 = 2_000

  private struct Made {
    let at: Int64
    let target: String
    let response: HTTP.Response
  }

  private var made: [Made] = []

  package init() {}

  /// An origin has made a response.
  package mutating func produced(_ response: HTTP.Response, to target: String, now: Int64) {
    made.append(Made(at: now, target: target, response: response))
  }

  /// Judges what a visit has brought. Responses that say that something went wrong have no body of the origin's.
  package func objection(to visit: WorldVisit, target: String) -> Objection? {
    guard let response = visit.response, response.status == 200 else { return nil }
    let candidates = made.filter { $0.target == target && $0.response.body == response.body }
    guard let latest = candidates.last(where: { $0.at <= visit.ended }) else { return .neverMade }
    let age = visit.began - latest.at
    let allowed = Self.allowance(of: latest.response) + Self.rounding
    return age <= allowed ? nil : .tooOld(milliseconds: age, allowed: allowed)
  }

  /// For how long a response may be used, fresh or stale: its lifetime, and the longer one of the two times of RFC 5861.
  static func allowance(of response: HTTP.Response) -> Int64 {
    let lifetime = seconds("max-age", in: response) ?? 0
    let stale = max(
      seconds("stale-while-revalidate", in: response) ?? 0, seconds("stale-if-error", in: response) ?? 0)
    return Int64(lifetime + stale) * 1_000
  }

  /// The number of a directive of Cache-Control.
  static func seconds(_ directive: String, in response: HTTP.Response) -> Int? {
    let parts = response.fields.values(of: "Cache-Control").flatMap { $0.split(separator: ",") }
    for part in parts {
      let words = part.split(separator: "=")
      if words.count == 2, words[0].drop(while: { $0 == " " }) == directive { return Int(words[1]) }
    }
    return nil
  }
}
