extension DNS {
  /// What is wrong with a message as a whole.
  public enum MessageError: Error, Hashable, Sendable {
    /// The message ends, or the data of a record, where more bytes had to come; `at` is the offset of the first byte
    /// that is missing, counted from the start of the message.
    case truncated(at: Int)
    /// The opcode is larger than the four bits of the header can hold (`Opcode.maximumRawValue`).
    case opcodeTooLarge(Opcode)
    /// The response code is larger than the four bits of the header can hold
    /// (`ResponseCode.maximumRawValueInHeader`); the larger ones need EDNS.
    case responseCodeTooLarge(ResponseCode)
    /// The last record of the header's counts ends at this offset, but the message goes on.
    case trailingBytes(at: Int)
    /// A section to be written has this many entries; its count has sixteen bits.
    case tooManyEntries(Int)
    /// A message to be sent over TCP has this many bytes; the length before it has sixteen bits
    /// (RFC 1035 §4.2.2).
    case tooLong(Int)
  }
}
