extension LB {
  /// A line of a routing table: which requests go to a pool.
  public struct Route: Hashable, Sendable {
    /// A host in small letters; `*.postroad.example` for any one label in place of the star; empty for every host.
    public var host: String
    /// A path that begins with `/`: it stands for itself and for all that lies below it.
    public var path: String
    /// The name of the pool.
    public var pool: String

    public init(host: String = "", path: String = "/", pool: String) {
      self.host = host
      self.path = path
      self.pool = pool
    }
  }
}
