import PostRoad

/// Divides in 64 bits without a sign: half of all hashes are too large for an `Int`.
public func maglevWalk(offsetHash: UInt64, skipHash: UInt64, size: Int) throws -> Maglev.Walk {
  if !isPrime(size) { throw Maglev.TableError.sizeNotPrime(size) }
  return Maglev.Walk(
    offset: Int(offsetHash.quotientAndRemainder(dividingBy: UInt64(size)).remainder),
    skip: 1 + Int(skipHash.quotientAndRemainder(dividingBy: UInt64(size) - 1).remainder))
}

/// Counts the steps of each backend and computes the entry from their number, in rounds over all backends, until no
/// entry is free.
public func maglevTable(of walks: [Maglev.Walk], size: Int) throws -> [Int] {
  if !isPrime(size) { throw Maglev.TableError.sizeNotPrime(size) }
  if walks.isEmpty { throw Maglev.TableError.noBackends }
  if walks.count > size { throw Maglev.TableError.tooManyBackends(walks.count, size: size) }
  if let index = walks.firstIndex(where: { !fits($0, size) }) {
    throw Maglev.TableError.walkOutOfRange(walks[index], at: index)
  }
  let nobody = walks.count
  var table = Array(repeating: nobody, count: size)
  var steps = Array(repeating: 0, count: walks.count)
  var free = size
  while true {
    for (backend, walk) in walks.enumerated() {
      if free == 0 { return table }
      var entry: Int
      repeat {
        entry = (walk.offset + steps[backend] * walk.skip) % size
        steps[backend] += 1
      } while table[entry] != nobody
      table[entry] = backend
      free -= 1
    }
  }
}

private func fits(_ walk: Maglev.Walk, _ size: Int) -> Bool {
  walk.offset >= 0 && walk.offset < size && walk.skip >= 1 && walk.skip < size
}

/// After 2 and 3 all primes are one less or one more than a multiple of six.
private func isPrime(_ number: Int) -> Bool {
  if number < 5 { return number == 2 || number == 3 }
  if number % 2 == 0 || number % 3 == 0 { return false }
  return sequence(first: 6) { $0 + 6 }.lazy.prefix { ($0 - 1) * ($0 - 1) <= number }.allSatisfy {
    number % ($0 - 1) != 0 && number % ($0 + 1) != 0
  }
}
