extension Resolver {
  /// DS: a delegation's signature. It stands at the zone cut, but in the parent's zone.
  ///
  /// Source: [RFC 4034 §5](https://www.rfc-editor.org/rfc/rfc4034#section-5).
  public static let delegationSigner = DNS.RecordType(rawValue: 43)
}
