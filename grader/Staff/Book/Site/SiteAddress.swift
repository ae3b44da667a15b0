/// Where a server shows the site: at its top, or below a path.
struct SiteAddress: Equatable, Sendable {
  /// `postroad`; empty for the server's top.
  let basePath: String

  init() { basePath = "" }

  /// Nil where the text is no path of an address. A slash at either end is welcome.
  init?(basePath text: String) {
    let path = text.drop { $0 == "/" }.reversed().drop { $0 == "/" }.reversed()
    let parts = String(path).split(separator: "/", omittingEmptySubsequences: false)
    let isPath = parts.allSatisfy {
      $0.wholeMatch(of: /[A-Za-z0-9._~\-]+/) != nil && $0 != "." && $0 != ".."
    }
    guard isPath || (path.isEmpty && text == "/") else { return nil }
    basePath = String(path)
  }

  /// The address of a path of the site's, which begins with a slash.
  func of(_ path: String) -> String { basePath.isEmpty ? path : "/\(basePath)\(path)" }
}
