extension LB {
  /// What is wrong with the bytes of an address.
  public enum AddressError: Error, Hashable, Sendable {
    /// An address of IP has 4 or 16 bytes, and this one has `bytes`.
    case wrongLength(bytes: Int)
  }
}
