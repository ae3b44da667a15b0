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
        } else if !given.isAbsolute {
          result.path = (from.folder ?? "/") + given.path
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

    // Bytes are cut, not Characters: a mark that combines with a slash would hide it.
    init(_ text: String) {
      var rest = Substring(text.utf8.prefix { $0 != UInt8(ascii: "#") })
      let head = rest.utf8.prefix { !":/?".utf8.contains($0) }
      if !head.isEmpty, head.endIndex < rest.endIndex, rest.utf8[head.endIndex] == UInt8(ascii: ":") {
        scheme = rest.takeBytes { $0 != UInt8(ascii: ":") }
        rest = Substring(rest.utf8.dropFirst())
      }
      if rest.utf8.starts(with: "//".utf8) {
        rest = Substring(rest.utf8.dropFirst(2))
        authority = rest.takeBytes { !"/?".utf8.contains($0) }
      }
      path = rest.takeBytes { $0 != UInt8(ascii: "?") }
      query = rest.isEmpty ? nil : Substring(rest.utf8.dropFirst())
    }

    var isAbsolute: Bool { path.utf8.first == UInt8(ascii: "/") }

    /// The path up to its last slash.
    var folder: Substring? {
      path.utf8.lastIndex(of: UInt8(ascii: "/")).map { Substring(path.utf8[...$0]) }
    }

    /// Without the segments `.` and `..`.
    static func withoutDots(_ path: Substring) -> String {
      guard path.utf8.first == UInt8(ascii: "/") else { return String(path) }
      var segments: [Substring] = []
      let all = path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      for (index, segment) in all.map(Substring.init).enumerated() {
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
