import PostRoad

/// Recursive, and by hand: each call takes one link out of the response that is at hand, or gets another response.
public func followAliases(
  _ question: DNS.Question, resolve: (_ question: DNS.Question) throws -> Resolver.Finding
) throws -> Resolver.Answer {
  try step(question, chain: [], at: nil, resolve)
}

private func step(
  _ asked: DNS.Question, chain: [DNS.ResourceRecord], at place: Resolver.Finding?,
  _ resolve: (_ question: DNS.Question) throws -> Resolver.Finding
) throws -> Resolver.Answer {
  let finding = try place ?? resolve(asked)
  let isInside = try asked.name.isWithin(finding.zone)
  let here = isInside ? finding.response.answers.filter { $0.name == asked.name } : []
  let wanted = here.filter { $0.type == asked.type || asked.type == .any }
  if finding.response.header.responseCode == .noError, !wanted.isEmpty {
    return Resolver.Answer(records: chain + wanted)
  }
  if asked.type != .any, asked.type != .cname,
    let link = here.first(where: { $0.type == .cname }), case .cname(let target) = link.data
  {
    if target == asked.name || chain.contains(where: { $0.name == target }) {
      throw Resolver.ResolutionError.aliasLoop(target)
    }
    if chain.count == Resolver.maximumAliases { throw Resolver.ResolutionError.tooManyAliases(chain.count) }
    let next = DNS.Question(name: target, type: asked.type, recordClass: asked.recordClass)
    return try step(next, chain: chain + [link], at: finding, resolve)
  }
  var rest = finding.response
  rest.answers = []
  let kind = isInside ? try classify(rest, to: asked, from: finding.zone) : .lame
  let soa = try finding.response.authorities.first { try $0.type == .soa && asked.name.isWithin($0.name) }
  switch kind {
  case .nameError: return Resolver.Answer(code: .nonExistentDomain, records: chain, soa: soa)
  case .noData where place == nil || soa != nil: return Resolver.Answer(records: chain, soa: soa)
  default:
    if place == nil { throw Resolver.ResolutionError.noServerHelped(zone: finding.zone) }
    return try step(asked, chain: chain, at: nil, resolve)
  }
}
