import PostRoad

/// The walk of a backend, made of two hashes of its name.
///
/// The offset is `offsetHash` modulo the size; the skip is `skipHash` modulo the size less one, plus 1. So the skip is
/// never 0, and the walk never stands still.
///
/// - Parameters:
///   - offsetHash: a hash of the backend's name.
///   - skipHash: another hash of the same name.
///   - size: the number of entries of the table; more than 2^31 - 1 are not asked for.
/// - Throws: `Maglev.TableError.sizeNotPrime` when `size` is not a prime number.
///
/// Source: Eisenbud and others, NSDI 2016, §3.4.
public func maglevWalk(offsetHash: UInt64, skipHash: UInt64, size: Int) throws -> Maglev.Walk {
  // <write>
  // 1. Refuse a size that is not prime: some steps would miss some of its entries.
  guard isPrime(size) else { throw Maglev.TableError.sizeNotPrime(size) }
  // 2. Half of all hashes are too large for an `Int`, and a skip is never 0.
  let entries = UInt64(size)
  return Maglev.Walk(offset: Int(offsetHash % entries), skip: Int(skipHash % (entries - 1)) + 1)
  // </write>
}

/// Fills a table: which backend each entry belongs to.
///
/// The backends take turns, from the first to the last and over again. In its turn a backend goes on along its walk,
/// from where it stopped, until it meets an entry that nobody has, and takes it. It ends when every entry is taken.
///
/// - Parameters:
///   - walks: a walk for each backend. Their order matters: who comes first, chooses first.
///   - size: the number of entries; more than 2^31 - 1 are not asked for.
/// - Returns: for each entry the index of its backend in `walks`.
/// - Throws: in this order: `Maglev.TableError.sizeNotPrime`; `.noBackends`; `.tooManyBackends` when there are more
///   walks than entries; `.walkOutOfRange` for the first walk whose offset is not 0 to `size` - 1, or whose skip is not
///   1 to `size` - 1.
///
/// Source: Eisenbud and others, NSDI 2016, §3.4, pseudocode 1.
public func maglevTable(of walks: [Maglev.Walk], size: Int) throws -> [Int] {
  // <write>
  // 3. Refuse what cannot be filled, in the order of the specification.
  guard isPrime(size) else { throw Maglev.TableError.sizeNotPrime(size) }
  guard !walks.isEmpty else { throw Maglev.TableError.noBackends }
  guard walks.count <= size else { throw Maglev.TableError.tooManyBackends(walks.count, size: size) }
  for (index, walk) in walks.enumerated()
  where !(0..<size).contains(walk.offset) || !(1..<size).contains(walk.skip) {
    throw Maglev.TableError.walkOutOfRange(walk, at: index)
  }
  // 4. Every turn ends with an entry taken; a backend goes on from where it stopped.
  var table: [Int?] = Array(repeating: nil, count: size)
  var stands = walks.map(\.offset)
  for turn in 0..<size {
    let backend = turn % walks.count
    while table[stands[backend]] != nil {
      stands[backend] = (stands[backend] + walks[backend].skip) % size
    }
    table[stands[backend]] = backend
  }
  return table.compactMap { $0 }
  // </write>
}

// <declare>
// 5. A private function of your own, under any name, that the two above call: is a number prime?
private func isPrime(_ number: Int) -> Bool {
  guard number >= 2 else { return false }
  var divisor = 2
  while divisor * divisor <= number {
    if number.isMultiple(of: divisor) { return false }
    divisor += 1
  }
  return true
}
// </declare>
