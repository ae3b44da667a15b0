import PostRoad
import TestSupport

extension Geo.Map: CheckDescribable {
  public var checkDescription: String {
    rules.map { "\($0), " }.joined() + "otherwise \(otherwise)"
  }
}

/// An address as it is written: `192.0.2.7`, or `2001:db8:0:0:0:0:0:1` with all eight words.
public func address(_ text: some StringProtocol) -> [UInt8] {
  guard text.contains(":") else { return text.split(separator: ".").compactMap { UInt8($0) } }
  return text.split(separator: ":").flatMap { word in
    let value = UInt16(word, radix: 16) ?? 0
    return [UInt8(value >> 8), UInt8(value & 0xFF)]
  }
}

/// A map of lines `192.0.2.0/24 tower1`; the line `tower0` alone is the site for everybody else.
public func geoMap(_ text: String) -> Geo.Map {
  var rules: [Geo.Rule] = []
  var otherwise = ""
  for line in text.split(separator: ",") {
    let words = line.split(separator: " ")
    guard words.count == 2 else {
      otherwise = String(words[0])
      continue
    }
    let parts = words[0].split(separator: "/")
    rules.append(Geo.Rule(Geo.Network(address(parts[0]), Int(parts[1]) ?? 0), String(words[1])))
  }
  return Geo.Map(rules, otherwise: otherwise)
}

/// A second implementation of the placement in the 256 addresses after `192.0.2.`: it asks every address of a block which rule
/// decides, and takes the shortest block in which all say the same.
/// One rule of the map is for `192.0.2.0/24`, the others are within it.
public func placementByCounting(_ last: UInt8, by map: Geo.Map) -> Geo.Placement {
  func decider(_ last: Int) -> Int? {
    var found: Int?
    for (index, rule) in map.rules.enumerated() {
      let size = 1 << (32 - rule.network.length)
      guard Int(rule.network.address[3])..<(Int(rule.network.address[3]) + size) ~= last else { continue }
      if let old = found, map.rules[old].network.length > rule.network.length { continue }
      found = index
    }
    return found
  }
  let own = decider(Int(last))
  for length in 24...32 {
    let size = 1 << (32 - length)
    let start = Int(last) / size * size
    if (start..<start + size).allSatisfy({ decider($0) == own }) {
      return Geo.Placement(site: own.map { map.rules[$0].site } ?? map.otherwise, scope: length)
    }
  }
  return Geo.Placement(site: "nobody", scope: -1)
}
