import PostRoad

/// Orders the places of a service in the way in which they are to be tried.
///
/// Lower priorities come first. Among equal priorities the next place is drawn, again and again: the places that are left are
/// arranged in their given order, but all those of weight 0 before the others. A number from 0 to the sum of their weights is drawn, both ends
/// included. The place is the first one whose running sum, its own weight counted, is at least that number. For the last place that is left
/// of a priority nothing is drawn.
///
/// - Parameters:
///   - services: the places, as SRV records list them.
///   - draw: draws a number from a range; it is called once for each choice between two or more places. What it throws is thrown.
/// - Returns: all places, each once. No places have no order to find: the result is empty.
/// - Throws: `Resolver.ServiceError.notOffered`, when there is one record alone, and its target is the root, before
///   anything is drawn; `.drawOutside(_:drawn:)`, when a number is not in the range.
///
/// Source: [RFC 2782](https://www.rfc-editor.org/rfc/rfc2782), "The format of the SRV RR" and "Usage rules".
public func arrange(
  _ services: [Resolver.Service], draw: (_ range: ClosedRange<Int>) throws -> Int
) throws -> [Resolver.Service] {
  // <write>
  // 1. A service may say that it is not there.
  if services.count == 1 && services[0].target == .root { throw Resolver.ServiceError.notOffered }
  var ordered: [Resolver.Service] = []
  // 2. One priority after the other. Within one, weight 0 has its place, too.
  // 3. Draw as long as there is a choice; the sum changes, and a number may be wrong.
  for priority in Set(services.map(\.priority)).sorted() {
    let equal = services.filter { $0.priority == priority }
    var left = equal.filter { $0.weight == 0 } + equal.filter { $0.weight > 0 }
    while left.count > 1 {
      let range = 0...left.reduce(0) { $0 + Int($1.weight) }
      let number = try draw(range)
      guard range.contains(number) else { throw Resolver.ServiceError.drawOutside(range, drawn: number) }
      var sum = 0
      let chosen = left.firstIndex { service in
        sum += Int(service.weight)
        return sum >= number
      }
      ordered.append(left.remove(at: chosen ?? left.count - 1))
    }
    ordered += left
  }
  return ordered
  // </write>
}
