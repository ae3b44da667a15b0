extension DNS {
  /// What becomes of a query at the door, before any zone is asked.
  public enum Admission: Hashable, Sendable {
    /// Nothing is sent at all.
    case ignored
    /// A response with this code and no records.
    case rejected(ResponseCode)
    /// The zone of this origin is asked.
    case admitted(Name)
  }
}

extension DNS.ResponseCode {
  /// BADVERS: the server does not know this version of EDNS (RFC 6891 §9). It needs more than the four bits of the header.
  public static let badVersion = DNS.ResponseCode(rawValue: 16)
}
