import PostRoad

/// How a balancer picks a backend.
package enum PickRule: String, CaseIterable, Sendable {
  /// In turn (exercise 5.1).
  case roundrobin
  /// The fewest requests under way (5.2).
  case leastconn
  /// In turn by weight, smoothly (5.3).
  case swrr
  /// The better of two drawn at random (5.6).
  case p2c
  /// By the hash of the request's target, on a ring with weights (6.3, 6.5, 6.6).
  case ring
  /// By the hash of the client's address (5.5).
  case iphash
}

/// How a balancer is set up.
package struct BalancerSettings: Hashable, Sendable {
  /// The pool. All are up at first; one of weight 0 gets nothing.
  package var backends: [LB.Backend]
  package var rule = PickRule.roundrobin
  /// How often a request is sent at most, and what share of the traffic may be sent again (exercise 5.19).
  package var retries = LB.RetryPolicy()
  /// The failures that eject a backend: nginx's `max_fails` (5.9).
  package var maximumFails = 1
  /// The seconds it is ejected for: nginx's `fail_timeout`.
  package var failTimeout = 10
  /// Nil where nobody asks whether the backends are up.
  package var health: Health?
  /// Equal seeds give equal draws.
  package var seed: UInt64 = 1

  package init(_ backends: [LB.Backend]) { self.backends = backends }

  /// HAProxy's `rise`, `fall` and `inter` (5.8).
  package struct Health: Hashable, Sendable {
    package var rise = 2
    package var fall = 3
    package var intervals = LB.CheckIntervals()

    package init() {}
  }
}

/// What a balancer looks at in a request.
package struct BalancerRequest: Hashable, Sendable {
  package var method: String
  /// As it is in the request line.
  package var target: String
  /// The client's address, 4 or 16 octets.
  package var client: [UInt8]

  package init(_ method: String, _ target: String, from client: [UInt8]) {
    self.method = method
    self.target = target
    self.client = client
  }
}

/// What whoever drives a balancer has to do with a request.
package enum BalancerStep: Hashable, Sendable {
  /// Send it to the backend with this index; `attempt` is 1 for the first time.
  case send(to: Int, attempt: Int)
  /// No backend is up.
  case nobody
  /// It has failed, and is not sent again, for this reason.
  case giveUp(LB.RetryVerdict)
}
