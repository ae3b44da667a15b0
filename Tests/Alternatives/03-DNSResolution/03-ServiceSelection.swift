import PostRoad

/// Sorts once, and draws recursively: the place is the one at which the rest of the number is used up.
public func arrange(
  _ services: [Resolver.Service], draw: (_ range: ClosedRange<Int>) throws -> Int
) throws -> [Resolver.Service] {
  if services.map(\.target) == [.root] { throw Resolver.ServiceError.notOffered }
  let sorted = services.enumerated().sorted { one, other in
    let left = (one.element.priority, min(one.element.weight, 1), one.offset)
    return left < (other.element.priority, min(other.element.weight, 1), other.offset)
  }
  return try drawn(from: sorted.map(\.element)[...], draw)
}

private func drawn(
  from sorted: ArraySlice<Resolver.Service>, _ draw: (ClosedRange<Int>) throws -> Int
) throws -> [Resolver.Service] {
  guard let first = sorted.first else { return [] }
  let equal = sorted.prefix { $0.priority == first.priority }
  var place = equal.startIndex
  if equal.count > 1 {
    var sum = 0
    for service in equal { sum += Int(service.weight) }
    var number = try draw(0...sum)
    if number < 0 || number > sum { throw Resolver.ServiceError.drawOutside(0...sum, drawn: number) }
    while number > Int(equal[place].weight) {
      number -= Int(equal[place].weight)
      place += 1
    }
  }
  var rest = sorted
  let chosen = rest.remove(at: place)
  return try [chosen] + drawn(from: rest, draw)
}
