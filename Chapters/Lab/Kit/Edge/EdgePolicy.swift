import ContentDelivery
import PostRoad

/// What a response says to this cache: where it has a field that is for caches like it (exercise 4.17), that one counts in the place
/// of Cache-Control and Expires (RFC 9213 §2.2).
///
/// The decisions of chapter 4 read Cache-Control alone, so they are shown a response in which the directives have moved there. What
/// is stored and sent keeps its own fields.
struct EdgePolicy {
  var targets: [String]

  func policy(of response: HTTP.Response) throws -> HTTP.Response {
    guard targets.contains(where: { response.fields.contains($0) }),
      let control = try targetedDirectives(of: response.fields, targets: targets)
    else { return response }
    var shown = response
    shown.fields.remove("Expires")
    shown.fields.set("Cache-Control", control.directives.map(Self.text).joined(separator: ", "))
    return shown
  }

  func policy(of stored: HTTP.StoredResponse) throws -> HTTP.StoredResponse {
    var shown = stored
    shown.response = try policy(of: stored.response)
    return shown
  }

  /// A stored response as the decisions are shown it at each request: where its lifetime is in Cache-Control, with that alone and one Age.
  ///
  /// Its Date counts for its age only, and does not change; to read dates was a third of the work of a hit.
  func brief(of stored: HTTP.StoredResponse) throws -> HTTP.StoredResponse {
    var shown = try policy(of: stored)
    let said = shown.response.fields.values(of: "Cache-Control")
    let control = try parseCacheControl(said)
    guard control.contains("max-age") || control.contains("s-maxage") else { return shown }
    let age = try currentAge(of: shown, now: shown.responseTime)
    shown.requestTime = shown.responseTime
    shown.response.fields = HTTP.Fields(said.map { HTTP.Field("Cache-Control", $0) })
    shown.response.fields.append("Age", "\(age)")
    return shown
  }

  private static func text(_ directive: HTTP.Directive) -> String {
    guard let argument = directive.argument else { return directive.name }
    if HTTP.isToken(argument) { return "\(directive.name)=\(argument)" }
    let escaped = argument.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    return "\(directive.name)=\"\(escaped)\""
  }
}
