import PostRoad

/// Turns a whole pass over the address into one multiplication and one addition, and finds the owner of a place by
/// halving the sums of the weights.
public func pickByAddress(
  _ backends: [LB.Backend], address: [UInt8], otherwise: () throws -> Int
) throws -> Int {
  // Of IPv4 a whole /24 network counts as one client.
  guard let used = [4: 3, 16: 16][address.count] else {
    throw LB.AddressError.wrongLength(bytes: address.count)
  }
  if backends.isEmpty { throw LB.PoolError.empty }
  if let index = backends.firstIndex(where: { !LB.Backend.weights.contains($0.weight) }) {
    throw LB.PoolError.weightOutOfRange(backends[index].weight, at: index)
  }
  if backends.allSatisfy({ !$0.isUp || $0.weight == 0 }) {
    throw LB.PoolError.noneAvailable(of: backends.count)
  }
  // n steps h → h · 113 + byte are together h → h · 113ⁿ + c, where c is what they make of 0.
  let factor = address.prefix(used).reduce(1) { power, _ in power * 113 % 6271 }
  let constant = address.prefix(used).reduce(0) { ($0 * 113 + Int($1)) % 6271 }
  var total = 0
  let ends = backends.map { backend in
    total += backend.weight
    return total
  }
  var hash = 89
  for _ in 1...21 {
    hash = (hash * factor + constant) % 6271
    let index = owner(of: hash % total, in: ends)
    if backends[index].isUp { return index }
  }
  return try otherwise()
}

/// The first whose places end after this one; `ends` never decrease.
private func owner(of place: Int, in ends: [Int]) -> Int {
  var (low, high) = (0, ends.count - 1)
  while low < high {
    let middle = (low + high) / 2
    (low, high) = ends[middle] > place ? (low, middle) : (middle + 1, high)
  }
  return low
}
