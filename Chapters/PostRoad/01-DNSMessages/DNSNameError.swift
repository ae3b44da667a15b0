extension DNS {
  /// What is wrong with a name. Offsets in a message count from its first byte, those in a text from its first
  /// UTF-8 octet.
  public enum NameError: Error, Hashable, Sendable {
    /// The octet at this offset of the message is neither a length nor a pointer: its two high bits are 01 or 10
    /// (RFC 1035 §4.1.4).
    case reservedLabelType(at: Int)
    /// A pointer stands at this offset of the message, where only labels are read.
    case unexpectedPointer(at: Int)
    /// The pointer at an offset of the message does not lead before the labels that it ends (RFC 1035 §4.1.4).
    case pointerNotBackwards(at: Int, target: Int)
    /// The pointer at this offset of the message is one more than `Name.maximumPointers`.
    case tooManyPointers(at: Int)
    /// With the label at this offset of the message the name has more than `Name.maximumLength` octets.
    case tooLong(at: Int)
    /// A name to be written has a label of this many octets, more than `Name.maximumLabelLength`.
    case labelTooLong(Int)
    /// A name to be written has this many octets on the wire, more than `Name.maximumLength`.
    case nameTooLong(Int)
    /// A name to be written has an empty label that is not the root's.
    case emptyLabel
    /// The backslash at this offset of the text begins no escape.
    case badEscape(at: Int)
  }
}
