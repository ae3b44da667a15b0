import PostRoad

/// Reads the option octet by octet from an iterator, and turns addresses into whole numbers.
public func readClientSubnet(_ option: [UInt8]) throws -> Geo.ClientSubnet {
  var rest = option[...]
  guard let high = rest.popFirst(), let low = rest.popFirst(), let source = rest.popFirst(),
    let scope = rest.popFirst()
  else { throw Geo.FormatError.truncated(octets: option.count) }
  let octets: Int
  switch (high, low) {
  case (0, 1): octets = 4
  case (0, 2): octets = 16
  default: throw Geo.FormatError.unknownFamily(UInt16(high) * 256 + UInt16(low))
  }
  let length = Int(source)
  if length > 8 * octets { throw Geo.FormatError.sourceTooLong(length, most: 8 * octets) }
  if scope > 0 { throw Geo.FormatError.scopeInQuery(Int(scope)) }
  let needed = length / 8 + (length.isMultiple(of: 8) ? 0 : 1)
  if rest.count != needed { throw Geo.FormatError.wrongOctetCount(rest.count, needed: needed) }
  let address = Array(rest) + [UInt8](repeating: 0, count: octets - needed)
  if masked(address, length) != address { throw Geo.FormatError.bitsBeyondSource }
  return Geo.ClientSubnet(address: address, sourceLength: length)
}

/// The address with only its first bits left.
private func masked(_ address: [UInt8], _ length: Int) -> [UInt8] {
  address.indices.map { index in
    let bits = min(8, max(0, length - 8 * index))
    return address[index] & ~UInt8(255 >> bits)
  }
}

/// Widens the block around the address bit by bit, from the whole address on, until it takes in a rule that it should not.
public func place(_ address: [UInt8], by map: Geo.Map) throws -> Geo.Placement {
  let rules = map.rules.filter { $0.network.address.count == address.count }
  let around = rules.filter { masked(address, $0.network.length) == $0.network.address }
  let own = around.max { $0.network.length < $1.network.length }
  let floor = own?.network.length ?? 0
  var scope = 8 * address.count
  while scope > floor {
    let block = masked(address, scope - 1)
    let isTouched = rules.contains { rule in
      rule.network.length > floor && !around.contains(rule)
        && masked(rule.network.address, min(scope - 1, rule.network.length))
          == masked(block, rule.network.length)
    }
    if isTouched { break }
    scope -= 1
  }
  // Without a rule of its own the address must stay out of every rule, whatever its length.
  return Geo.Placement(site: own?.site ?? map.otherwise, scope: scope)
}

public func steer(option: [UInt8]?, from resolver: [UInt8], by map: Geo.Map) throws -> Geo.Answer {
  let subnet = try option.map(readClientSubnet)
  let tells = (subnet?.sourceLength ?? 0) > 0
  let placement = try place(tells ? subnet?.address ?? resolver : resolver, by: map)
  let answer = option.map {
    Array($0.prefix(3)) + [tells ? UInt8(placement.scope) : 0] + Array($0.dropFirst(4))
  }
  return Geo.Answer(site: placement.site, option: answer)
}
