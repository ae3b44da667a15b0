/// The vocabulary of steering clients to one of several sites, and of what is lost when a site dies.
public enum Steering {
  /// A place that answers clients.
  public struct Site: Hashable, Sendable {
    public var name: String
    public var address: DNS.IPv4Address

    public init(_ name: String, _ address: DNS.IPv4Address) {
      self.name = name
      self.address = address
    }
  }

  /// The sites for a client, the best one first, and for which addresses around the client the same is true.
  public struct Preference: Hashable, Sendable {
    public var sites: [Site]
    /// Bits: the preference is that of all clients that have so many of the address's leading bits.
    public var scope: Int

    public init(_ sites: [Site], scope: Int) {
      self.sites = sites
      self.scope = scope
    }
  }

  /// What a name server answers.
  public struct Answer: Hashable, Sendable {
    public var address: DNS.IPv4Address
    /// Seconds.
    public var ttl: UInt32
    /// Bits, as in a preference.
    public var scope: Int

    public init(address: DNS.IPv4Address, ttl: UInt32, scope: Int) {
      self.address = address
      self.ttl = ttl
      self.scope = scope
    }
  }

  /// How a site is watched, in milliseconds.
  public struct Checks: Hashable, Sendable {
    /// When the first check begins.
    public var first: Int64
    /// From the beginning of a check to that of the next one.
    public var interval: UInt32
    /// From the beginning of a check that nobody answers to its failure.
    public var timeout: UInt32
    /// The failures in a row that it takes.
    public var fall: UInt16

    public init(first: Int64, interval: UInt32, timeout: UInt32, fall: UInt16) {
      self.first = first
      self.interval = interval
      self.timeout = timeout
      self.fall = fall
    }
  }

  /// How clients come to another site.
  public enum Method: Hashable, Sendable {
    /// Each site has an address, and the name server answers with one of them for `ttl` seconds. Caches keep it for no fewer and
    /// no more seconds than `kept` allows.
    case dns(ttl: UInt32, kept: ClosedRange<UInt32>)
    /// All sites have one address. So many milliseconds after a site withdraws its route, nobody is led to it any more.
    case anycast(convergence: UInt32)
  }

  /// One site dies, and others live.
  public struct Outage: Hashable, Sendable {
    /// From this time on, in milliseconds, the site answers nobody.
    public var death: Int64
    public var checks: Checks
    public var method: Method

    public init(death: Int64, checks: Checks, method: Method) {
      self.death = death
      self.checks = checks
      self.method = method
    }
  }

  /// The two times of an outage, in milliseconds.
  public struct Recovery: Hashable, Sendable {
    /// When the death is known.
    public var detected: Int64
    /// From when on nobody is lost.
    public var recovered: Int64

    public init(detected: Int64, recovered: Int64) {
      self.detected = detected
      self.recovered = recovered
    }
  }

  /// What becomes of a client of the site that dies.
  public enum Fate: Hashable, Sendable {
    /// The site answers: it lives.
    case served
    /// The client goes to the dead site.
    case lost
    /// The client goes to another site.
    case moved
    /// What the client knows is too old. It has to ask the name server.
    case asksAgain
  }

  /// What is wrong with sites or checks.
  public enum SetupError: Error, Hashable, Sendable {
    /// There is no site to answer with.
    case noSites
    /// Checks have to begin at different times.
    case noInterval
    /// A check has to end at a later time than it begins, and before or when the next one begins. It needs so many milliseconds.
    case timeoutOutside(UInt32)
    /// No failure at all is no sign of death.
    case noFall
  }
}
