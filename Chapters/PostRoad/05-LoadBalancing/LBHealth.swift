extension LB {
  /// What a health check has changed.
  public enum HealthChange: Hashable, Sendable {
    /// The backend was down and may be given work again.
    case wentUp
    /// The backend was up and must not be given anything new.
    case wentDown
  }

  /// The seconds from one health check to the next, by the state of the backend.
  public struct CheckIntervals: Hashable, Sendable {
    /// Up, and the last check passed (HAProxy's `inter`).
    public var up: Double
    /// On the way from up to down or back: some checks, but not yet enough, said so (`fastinter`).
    public var changing: Double
    /// Down, and the last check failed (`downinter`).
    public var down: Double

    /// All three are 2 s unless you say otherwise, like HAProxy's `inter`.
    public init(up: Double = 2, changing: Double = 2, down: Double = 2) {
      self.up = up
      self.changing = changing
      self.down = down
    }
  }

  /// What is wrong with the settings of a health check, active or passive.
  public enum HealthError: Error, Hashable, Sendable {
    /// A number of checks in a row that has to be at least 1.
    case thresholdTooSmall(Int)
    /// A number of seconds that has to be at least 1.
    case timeoutTooShort(Int)
  }
}
