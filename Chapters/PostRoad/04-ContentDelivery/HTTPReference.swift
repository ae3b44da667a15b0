extension HTTP {
  /// An origin: what two URIs have in common when one may speak for the other
  /// ([RFC 9110 §4.3.1](https://www.rfc-editor.org/rfc/rfc9110#section-4.3.1)).
  public struct Origin: Hashable, Sendable {
    /// In lower case: `http` or `https`.
    public let scheme: String
    /// In lower case; an IPv6 address with its brackets.
    public let host: String
    public let port: Int

    public init(scheme: String, host: String, port: Int) {
      self.scheme = scheme
      self.host = host
      self.port = port
    }
  }

  /// Why a URI has no origin that a cache could compare.
  public enum OriginError: Error, Hashable, Sendable {
    /// It is not `http://` or `https://` with a host after it, and a port of digits at most 65,535 where it has one.
    case noOrigin(String)
  }

  /// The URI that a reference means, seen from an absolute URI: `../map?zoom=2#here` seen from `https://postroad.example/a/b/c` is
  /// `https://postroad.example/a/map?zoom=2`. The fragment is left out, since no target URI has one.
  ///
  /// Source: [RFC 3986 §5.2](https://www.rfc-editor.org/rfc/rfc3986#section-5.2).
  public static func resolve(_ reference: String, against base: String) -> String {
    let given = Parts(reference)
    let from = Parts(base)
    var result = given
    if given.scheme == nil {
      result.scheme = from.scheme
      if given.authority == nil {
        result.authority = from.authority
        if given.path.isEmpty {
          result.path = from.path
          result.query = given.query ?? from.query
        } else if !given.path.hasPrefix("/") {
          let folder = from.path.lastIndex(of: "/").map { from.path[...$0] } ?? "/"
          result.path = folder + given.path
        }
      }
    }
    result.path = Substring(Parts.withoutDots(result.path))
    return result.text
  }

  /// A URI reference in its parts ([RFC 3986 appendix B](https://www.rfc-editor.org/rfc/rfc3986#appendix-B)), without the fragment.
  private struct Parts {
    var scheme: Substring?
    var authority: Substring?
    var path: Substring
    var query: Substring?

    init(_ text: String) {
      var rest = text[...].prefix { $0 != "#" }
      if let colon = rest.firstIndex(where: { ":/?".contains($0) }), rest[colon] == ":",
        colon > rest.startIndex
      {
        scheme = rest[..<colon]
        rest = rest[rest.index(after: colon)...]
      }
      if rest.hasPrefix("//") {
        let start = rest.dropFirst(2)
        authority = start.prefix { !"/?".contains($0) }
        rest = start.dropFirst(authority?.count ?? 0)
      }
      path = rest.prefix { $0 != "?" }
      query = path.endIndex < rest.endIndex ? rest[path.endIndex...].dropFirst() : nil
    }

    /// Without the segments `.` and `..`.
    static func withoutDots(_ path: Substring) -> String {
      guard path.hasPrefix("/") else { return String(path) }
      var segments: [Substring] = []
      let all = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
      for (index, segment) in all.enumerated() {
        let isLast = index == all.count - 1
        switch segment {
        case ".": if isLast { segments.append("") }
        case "..":
          _ = segments.popLast()
          if isLast { segments.append("") }
        default: segments.append(segment)
        }
      }
      return "/" + segments.joined(separator: "/")
    }

    var text: String {
      (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path
        + (query.map { "?" + $0 } ?? "")
    }
  }
}
