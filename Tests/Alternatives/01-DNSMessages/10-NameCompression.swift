import PostRoad

/// Writes the whole name first, then cuts it where the longest known part begins and puts the pointer there.
public func writeName(
  _ name: DNS.Name, to message: inout [UInt8], offsets: inout [DNS.Name: Int]
) throws {
  let start = message.count
  message += try writeLabels(name)
  let suffixes = name.labels.indices.map { DNS.Name(labels: Array(name.labels[$0...])) }
  let known = suffixes.firstIndex { offsets[$0] != nil } ?? suffixes.endIndex

  var position = start
  for (suffix, label) in zip(suffixes, name.labels).prefix(known) {
    // A pointer has fourteen bits for its offset.
    if position < 1 << 14 { offsets[suffix] = position }
    position += 1 + label.count
  }
  guard known < suffixes.endIndex, let target = offsets[suffixes[known]] else { return }
  message.removeSubrange(position...)
  message += [UInt8(0b1100_0000 + target / 256), UInt8(target % 256)]
}
