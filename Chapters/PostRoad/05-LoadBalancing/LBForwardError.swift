extension LB {
  /// Why a request is not sent on to a backend.
  public enum ForwardError: Error, Hashable, Sendable {
    /// The Connection field names a field, here in small letters, without which the request would mean another one.
    case endToEndOption(String)
  }
}
