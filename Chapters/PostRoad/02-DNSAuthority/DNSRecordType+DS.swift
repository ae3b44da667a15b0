extension DNS.RecordType {
  /// The hash of a child zone's key. It is the only type that a parent keeps at a cut for itself (RFC 4034 §5).
  public static let ds = DNS.RecordType(rawValue: 43)
}
