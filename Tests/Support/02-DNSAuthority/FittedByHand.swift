import PostRoad

/// A response cut by hand: it begins with everything, numbers each record with its RRset, and builds each try from the numbers.
public struct FittedByHand {
  public private(set) var message: DNS.Message

  private typealias Key = (section: Int, owner: String, type: UInt16)

  public init(_ whole: DNS.Message, limit: Int, size: (DNS.Message) -> Int) {
    message = whole
    guard size(whole) > limit else { return }
    let all = [whole.answers, whole.authorities, whole.additionals]
    let cuts = whole.authorities.filter { $0.data.type.rawValue == 2 }.map { ".\($0.name)".lowercased() }
    var sets: [Key] = []
    var numbers: [[Int]] = []
    for (section, records) in all.enumerated() {
      numbers.append(
        records.map { record in
          let key: Key = (section, "\(record.name)".lowercased(), record.type.rawValue)
          if let known = sets.firstIndex(where: { $0 == key }) { return known }
          sets.append(key)
          return sets.count - 1
        })
    }
    func isNeeded(_ key: Key) -> Bool {
      key.section < 2 || [1, 28].contains(key.type) && cuts.contains { ".\(key.owner)".hasSuffix($0) }
    }
    func build(_ kept: [Int]) -> DNS.Message {
      var built = whole
      func left(_ section: Int) -> [DNS.ResourceRecord] {
        zip(all[section], numbers[section]).filter { kept.contains($1) || $0.type.rawValue == 41 }.map(\.0)
      }
      (built.answers, built.authorities, built.additionals) = (left(0), left(1), left(2))
      return built
    }
    var kept: [Int] = []
    let inOrder = sets.indices.filter { isNeeded(sets[$0]) } + sets.indices.filter { !isNeeded(sets[$0]) }
    for number in inOrder where sets[number].type != 41 {
      if size(build(kept + [number])) <= limit {
        kept.append(number)
      } else if isNeeded(sets[number]) {
        message = build(kept)
        message.header.isTruncated = true
        return
      }
    }
    message = build(kept)
  }
}
