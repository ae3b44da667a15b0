extension HTTP {
  /// A directive of Cache-Control: `no-store`, `max-age=60`, `private="set-cookie"`.
  public struct Directive: Hashable, Sendable {
    /// In lower case.
    public var name: String
    /// What follows the `=`, without the quotes of a quoted string; nil where there is no `=`.
    public var argument: String?

    public init(_ name: String, _ argument: String? = nil) {
      self.name = name
      self.argument = argument
    }
  }

  /// The directives of a message in their order. A directive may be there more than once.
  public struct CacheControl: Hashable, Sendable {
    public var directives: [Directive]

    public init(_ directives: [Directive] = []) { self.directives = directives }

    /// The first directive with this name, which is given in lower case.
    public subscript(name: String) -> Directive? { directives.first { $0.name == name } }

    /// Whether there is a directive with this name, which is given in lower case.
    public func contains(_ name: String) -> Bool { self[name] != nil }
  }

  /// Why the argument of a directive is not a time.
  public enum DeltaSecondsError: Error, Hashable, Sendable {
    /// The directive has no argument.
    case missing
    /// The argument is not digits alone.
    case notDigits(String)
  }
}

extension HTTP {
  /// The number of seconds that stands for "for ever": 2^31, over 68 years
  /// ([RFC 9111 §1.2.2](https://www.rfc-editor.org/rfc/rfc9111#section-1.2.2)).
  public static let maximumSeconds = 2_147_483_648

  /// Whether a text is a token: one or more of the letters, digits and signs of
  /// [RFC 9110 §5.6.2](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2), ASCII alone.
  public static func isToken(_ text: some StringProtocol) -> Bool {
    !text.utf8.isEmpty
      && text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || "!#$%&'*+-.^_`|~".utf8.contains($0)
      }
  }
}
