/// The vocabulary of Maglev's table, from which Google's balancer of that name reads the backend of a packet.
///
/// Source: Eisenbud and others: [Maglev: A Fast and Reliable Software Network Load
/// Balancer](https://www.usenix.org/conference/nsdi16/technical-sessions/presentation/eisenbud), NSDI 2016, §3.4.
public enum Maglev {
  /// The order in which a backend wants the entries of the table: it begins at one, and takes equal steps.
  public struct Walk: Hashable, Sendable, CustomStringConvertible {
    /// The entry that the backend wants most.
    public let offset: Int
    /// How far it is from one wanted entry to the next.
    public let skip: Int

    /// A walk that begins at `offset` and takes steps of `skip`.
    public init(offset: Int, skip: Int) {
      self.offset = offset
      self.skip = skip
    }

    /// `from 3 by 4`.
    public var description: String { "from \(offset) by \(skip)" }
  }

  /// Why there is no table.
  public enum TableError: Error, Hashable, Sendable {
    /// A table of so many entries cannot be walked through by every step: its size is not a prime number.
    case sizeNotPrime(Int)
    /// There is no backend.
    case noBackends
    /// There are more backends than entries.
    case tooManyBackends(Int, size: Int)
    /// The walk of the backend at this index does not begin in the table, or its steps are not 1 to size - 1.
    case walkOutOfRange(Maglev.Walk, at: Int)
  }
}
