import PostRoad

/// Answers a question whose name may be an alias of another one, in another zone.
///
/// Each name of the chain is looked for with `resolve`, but not when the zone that was found for the one before it says enough: of each
/// response only those records of the answer section are believed whose owner is within the finding's zone. They may be several
/// links of the chain. A negative response is believed only when the last name of these links is within the zone, too. In all other
/// cases the last name is asked for, with the same type.
///
/// A CNAME that was asked for, by type CNAME or ANY, is not followed.
///
/// - Parameters:
///   - question: what to look for.
///   - resolve: finds the response to a question, as `iterate` does. It is called once for each name that has to be asked for,
///     the question's own first. What it throws is thrown.
/// - Returns: the links of the chain in their order, then the records that were asked for. The code is that of the last response,
///   NOERROR or NXDOMAIN. A negative answer has the first SOA record of the last authority section whose zone the last name is
///   within, if there is one.
/// - Throws: `Resolver.ResolutionError.aliasLoop(_:)` for an alias of a name that the chain has been at, with that name;
///   `.tooManyAliases(Resolver.maximumAliases)` for one link more than that; `.noServerHelped(zone:)` with the finding's zone, when its
///   response answers nothing and leads nowhere.
///
/// Source: [RFC 1034 §5.2.2](https://www.rfc-editor.org/rfc/rfc1034#section-5.2.2),
/// [RFC 6604 §3](https://www.rfc-editor.org/rfc/rfc6604#section-3).
public func followAliases(
  _ question: DNS.Question, resolve: (_ question: DNS.Question) throws -> Resolver.Finding
) throws -> Resolver.Answer {
  // <write>
  // 1. Find the response, and leave out what its sender has no say in.
  // 2. Take the links of the chain, unless one of them was asked for. A chain may be a loop, or very long.
  // 3. Is this the end, or does somebody else have to be asked?
  var answer = Resolver.Answer()
  var asked = question
  var met: Set = [question.name]
  while true {
    let finding = try resolve(asked)
    var response = finding.response
    response.answers = try response.answers.filter { try $0.name.isWithin(finding.zone) }
    let kind = try classify(response, to: asked, from: finding.zone)
    let before = asked.name
    let links = question.type == .cname || question.type == .any ? [] : response.answers
    while let link = links.first(where: { $0.name == asked.name && $0.type == .cname }),
      case .cname(let target) = link.data
    {
      guard met.insert(target).inserted else { throw Resolver.ResolutionError.aliasLoop(target) }
      answer.records.append(link)
      guard answer.records.count <= Resolver.maximumAliases else {
        throw Resolver.ResolutionError.tooManyAliases(Resolver.maximumAliases)
      }
      asked.name = target
    }
    let isInside = try asked.name.isWithin(finding.zone)
    switch kind {
    case .answer:
      return Resolver.Answer(records: answer.records + records(response.answers, for: asked))
    case .nameError where isInside, .noData where isInside:
      answer.code = response.header.responseCode
      answer.soa = try response.authorities.first { try $0.type == .soa && asked.name.isWithin($0.name) }
      return answer
    default:
      guard asked.name != before else { throw Resolver.ResolutionError.noServerHelped(zone: finding.zone) }
    }
  }
  // </write>
}

// <declare>
// 4. What was asked for, among what was answered.
private func records(_ answers: [DNS.ResourceRecord], for asked: DNS.Question) -> [DNS.ResourceRecord] {
  answers.filter { $0.name == asked.name && ($0.type == asked.type || asked.type == .any) }
}
// </declare>
