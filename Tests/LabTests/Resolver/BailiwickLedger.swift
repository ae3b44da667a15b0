import PostRoad

/// What a resolver may believe, worked out from the conversation it had: a second opinion on exercise 3.12, which follows no chain and
/// chooses nothing. It notes all that any right reading of a reply could take from it, so a resolver may believe less, and never more.
struct BailiwickLedger {
  /// The zones that an address may speak for.
  private var zones: [Resolver.Address: Set<DNS.Name>]
  private var hosts: [DNS.Name: Set<DNS.Name>] = [:]
  private var addresses: [DNS.Name: Set<Resolver.Address>] = [:]
  /// The longest TTL that each record may have.
  private var records: [DNS.Name: [DNS.RecordData: UInt32]] = [:]
  /// Names that may be known not to exist.
  private var missing: Set<DNS.Name> = []
  private var starts: [DNS.Name: Set<DNS.RecordData>] = [:]
  /// All names and types that were ever mentioned, in any section.
  private(set) var mentioned: Set<DNS.Question> = []
  /// Addresses that were asked though nobody may have named them.
  private(set) var strangers: [Resolver.Address] = []

  init(roots: [Resolver.Address]) {
    zones = Dictionary(uniqueKeysWithValues: roots.map { ($0, [DNS.Name.root]) })
  }

  /// `www.bank.example` is at or below `bank.example`, and `evilbank.example` is not: compared from the end, octet by octet.
  private func covers(_ zone: DNS.Name, _ name: DNS.Name) -> Bool {
    let ours = Array(zone.labels.reversed())
    let theirs = Array(name.labels.reversed())
    return theirs.count >= ours.count
      && zip(ours, theirs).allSatisfy { DNS.Name(labels: [$0]) == DNS.Name(labels: [$1]) }
  }

  mutating func note(_ query: DNS.Message, _ server: Resolver.Server, _ reply: DNS.Message) {
    for record in reply.answers + reply.authorities + reply.additionals {
      mentioned.insert(DNS.Question(name: record.name, type: record.type))
    }
    guard let known = zones[server.address] else {
      strangers.append(server.address)
      return
    }
    guard let question = query.questions.first, !reply.header.isTruncated,
      reply.header.responseCode == .noError || reply.header.responseCode == .nonExistentDomain
    else { return }
    let before = (hosts, addresses)
    for zone in known where covers(zone, question.name) { note(question, reply, from: zone) }
    if before != (hosts, addresses) { spread() }
  }

  private mutating func note(_ question: DNS.Question, _ reply: DNS.Message, from zone: DNS.Name) {
    func mayBeSaid(_ record: DNS.ResourceRecord) -> Bool {
      record.recordClass == question.recordClass && covers(zone, record.name)
    }
    let answers = reply.answers.filter(mayBeSaid)
    // Every name that some alias leads to, whichever is taken.
    let wantsAlias = question.type == .cname || question.type == .any
    var reached: Set = [question.name]
    while !wantsAlias {
      let more = answers.compactMap { record -> DNS.Name? in
        guard reached.contains(record.name), case .cname(let target) = record.data else { return nil }
        return target
      }
      guard !reached.isSuperset(of: more) else { break }
      reached.formUnion(more)
    }
    for record in answers where reached.contains(record.name) {
      guard record.type == question.type || question.type == .any || record.type == .cname else { continue }
      believe(record)
    }
    if reply.header.responseCode == .nonExistentDomain {
      missing.formUnion(reached.filter { covers(zone, $0) })
    }
    let authorities = reply.authorities.filter(mayBeSaid)
    for record in authorities {
      if case .soa = record.data { starts[record.name, default: []].insert(record.data) }
      guard case .ns(let host) = record.data, record.name != zone, reply.header.responseCode == .noError,
        reached.contains(where: { covers(record.name, $0) })
      else { continue }
      hosts[record.name, default: []].insert(host)
      for glue in reply.additionals where glue.name == host && mayBeSaid(glue) {
        if let address = Self.address(glue.data) { addresses[host, default: []].insert(address) }
      }
    }
  }

  private mutating func believe(_ record: DNS.ResourceRecord) {
    let longest = records[record.name]?[record.data] ?? 0
    records[record.name, default: [:]][record.data] = max(longest, record.ttl)
    if case .ns(let host) = record.data { hosts[record.name, default: []].insert(host) }
    if let address = Self.address(record.data) { addresses[record.name, default: []].insert(address) }
  }

  /// Whose servers' names have which addresses.
  private mutating func spread() {
    for (zone, names) in hosts {
      for name in names { for address in addresses[name] ?? [] { zones[address, default: []].insert(zone) } }
    }
  }

  private static func address(_ data: DNS.RecordData) -> Resolver.Address? {
    switch data {
    case .a(let address): .v4(address)
    case .aaaa(let address): .v6(address)
    default: nil
    }
  }

  /// What of an answer may not be believed, in words.
  func faults(of answer: Resolver.Answer, to question: DNS.Question) -> [String] {
    var faults: [String] = []
    var last = question.name
    for record in answer.records {
      if record.name != last { faults.append("\(record.name) is not the next name after \(last)") }
      guard let ttl = records[record.name]?[record.data], record.ttl <= ttl else {
        faults.append("nobody who may said \(record)")
        continue
      }
      if case .cname(let target) = record.data, question.type != .cname, question.type != .any {
        last = target
      }
    }
    if answer.code == .nonExistentDomain, !missing.contains(where: { covers($0, last) }) {
      faults.append("nobody who may said that \(last) does not exist")
    }
    if let soa = answer.soa, starts[soa.name]?.contains(soa.data) != true || !covers(soa.name, last) {
      faults.append("nobody who may sent \(soa)")
    }
    return faults
  }
}
