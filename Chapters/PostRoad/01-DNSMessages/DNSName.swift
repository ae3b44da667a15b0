extension DNS {
  /// A domain name: its labels from the leaf up, without the root's empty one. The root has no label.
  ///
  /// Octets keep the case they came with, but names are compared without ASCII case, as the protocol does.
  ///
  /// Source: [RFC 1035 §3.1](https://www.rfc-editor.org/rfc/rfc1035#section-3.1) and
  /// [RFC 4343 §3](https://www.rfc-editor.org/rfc/rfc4343#section-3).
  public struct Name: Sendable {
    /// The most octets of a name on the wire: every label with its length octet, and the root's one.
    public static let maximumLength = 255  // RFC 1035 §2.3.4
    /// The most octets of a label: its length has six bits.
    public static let maximumLabelLength = 63  // RFC 1035 §2.3.4
    /// The most pointers that a reader follows for one name: as many as it can have labels, (255 - 1) / 2. RFC 1035 sets no
    /// limit; without one a message of n octets could ask for n² of work.
    public static let maximumPointers = 127
    /// The root, the name without a label.
    public static let root = Name(labels: [])

    /// `www.postroad.example` is the octets of `www`, of `postroad` and of `example`, in this order.
    public let labels: [[UInt8]]

    /// A name of these labels. One that breaks a limit can be named, but not written.
    public init(labels: [[UInt8]]) { self.labels = labels }
  }
}

extension DNS.Name: Hashable {
  /// A to Z as a to z, every other octet as it is (RFC 4343 §3: ASCII, whatever else an octet may mean elsewhere).
  private static func lowercased(_ octet: UInt8) -> UInt8 {
    (0x41...0x5A).contains(octet) ? octet + 0x20 : octet
  }

  /// Equal without regard to ASCII case. Mostly the case is the same, which is seen soonest.
  public static func == (left: DNS.Name, right: DNS.Name) -> Bool {
    left.labels.elementsEqual(right.labels) { ours, theirs in
      ours == theirs
        || ours.count == theirs.count && ours.elementsEqual(theirs) { lowercased($0) == lowercased($1) }
    }
  }

  /// Equal names have equal hashes. A hasher takes a word of eight octets as quickly as one octet.
  public func hash(into hasher: inout Hasher) {
    for label in labels {
      var word = UInt64(label.count)
      for (index, octet) in label.enumerated() {
        word = word << 8 | UInt64(Self.lowercased(octet))
        if index & 7 == 7 {
          hasher.combine(word)
          word = 0
        }
      }
      hasher.combine(word)
    }
  }
}

extension DNS.Name: CustomStringConvertible {
  /// For failures only: `www.postroad.example.`, with every octet that is no letter, digit, `-` or `_` as `<2e>`.
  public var description: String {
    guard !labels.isEmpty else { return "." }
    return labels.map { $0.map(Self.told).joined() + "." }.joined()
  }

  private static func told(_ octet: UInt8) -> String {
    switch octet {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: String(UnicodeScalar(octet))
    default: "<" + (octet < 16 ? "0" : "") + String(octet, radix: 16) + ">"
    }
  }
}
