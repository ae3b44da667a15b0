extension LB {
  /// One of the servers behind a load balancer, as the balancer sees it: nginx's `server` in an `upstream`,
  /// HAProxy's `server`, IPVS's real server.
  ///
  /// A pool is an array of them, in the order of the configuration. A backend is spoken of by its index in it, so
  /// two backends may have equal fields.
  public struct Backend: Hashable, Sendable {
    /// The weights a backend may have. 0 takes no share: the backend is drained, not down.
    public static let weights = 0...2_147_483_647  // ipvsadm(8), -w; HAProxy ends at 256, nginx begins at 1

    /// What people call it: `a`, or `192.0.2.11:8080`.
    public var name: String
    /// Its capacity relative to the others in the pool.
    public var weight: Int
    /// The connections that were given to it and have not ended.
    public var activeConnections: Int
    /// Whether it can be given anything at all. Somebody else finds that out: the balancer is told.
    public var isUp: Bool

    /// A backend that is up and idle, unless you say otherwise.
    public init(_ name: String, weight: Int = 1, activeConnections: Int = 0, isUp: Bool = true) {
      self.name = name
      self.weight = weight
      self.activeConnections = activeConnections
      self.isUp = isUp
    }
  }
}
