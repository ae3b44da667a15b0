import PostRoad
import TestSupport

extension BGP.Route: CheckDescribable {
  public var checkDescription: String { description }
}

/// A route written as its own description writes it: `own`, or `peer 64501 64510`.
public func route(_ text: String) -> BGP.Route {
  let words = text.split(separator: " ")
  guard words.first != "own" else { return .own }
  guard let neighbor = BGP.Neighbor.allCases.first(where: { "\($0)" == words[0] }) else {
    fatalError("no neighbour: \(text)")
  }
  return BGP.Route(words.dropFirst().compactMap { UInt32($0) }, from: neighbor)
}
