extension Resolver {
  /// How deep the search for a server's address may lead to other servers whose addresses have to be searched for. No RFC sets a
  /// number; names in use seldom need more than two.
  public static let maximumNesting = 5
}
