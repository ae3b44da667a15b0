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

  private static func text(_ directive: HTTP.Directive) -> String {
    guard let argument = directive.argument else { return directive.name }
    if HTTP.isToken(argument) { return "\(directive.name)=\(argument)" }
    let escaped = argument.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    return "\(directive.name)=\"\(escaped)\""
  }
}
