import PostRoad
import TestSupport
import Testing

/// What came of a resolver's work in a scripted network, and whom it asked for it.
private struct Work: Equatable, CheckDescribable {
  var result: String
  var queries: [String]

  var checkDescription: String {
    let count = queries.count == 1 ? "1 query:" : queries.isEmpty ? "no query" : "\(queries.count) queries:"
    return ([result, count] + queries.enumerated().map { "\($0.offset + 1). \($0.element)" })
      .joined(separator: "\n")
  }
}

/// Checks what a resolver finds in a scripted network, and that it asks exactly these queries in this order. A failure shows the
/// conversation with what came back, numbered.
///
/// - Parameters:
///   - expected: The result, in words; `asking` has a line for each query, as `ScriptedNetwork.queries` has them.
///   - body: Calls the resolver, and says in words what came of it.
public func checkConversation(
  _ call: String, in network: String, returns expected: String, asking queries: String, _ rule: String,
  sourceLocation: SourceLocation = #_sourceLocation, _ body: (Resolver.Exchange) throws -> String
) throws {
  let network = ScriptedNetwork(network)
  var steps = CheckSteps()
  let outcome = Result { try body(network.exchange) }
  for line in network.conversation { steps.note(line) }
  let wanted = Work(result: expected, queries: queries.split(separator: "\n").map(String.init))
  try steps.check(call, returns: wanted, rule, sourceLocation: sourceLocation) {
    do {
      return Work(result: try outcome.get(), queries: network.queries)
    } catch let error as NotStarted {
      throw error
    } catch {
      return Work(result: "throws \(describe(error: error))", queries: network.queries)
    }
  }
}
