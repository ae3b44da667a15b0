/// A sentence of a specification that a server either keeps or breaks.
package struct CheckRule<Peer> {
  package let sentence: String
  /// `RFC 9111 §4.1`
  package let source: String
  let judge: (Peer) throws -> Void

  init(_ sentence: String, _ source: String, judge: @escaping (Peer) throws -> Void) {
    self.sentence = sentence
    self.source = source
    self.judge = judge
  }
}

/// What a rule wanted, and what it got.
package struct CheckFinding: Error, Hashable, Sendable {
  package var asked: String
  package var wanted: String
  package var got: String
}

/// Why a rule says nothing about this server.
struct NotJudged: Error {
  let reason: String
}

/// How a rule went.
package enum CheckVerdict: Hashable, Sendable {
  case kept
  case broken(CheckFinding)
  case notJudged(String)
}

/// Throws where a server does not do what it should.
///
/// - Parameter asked: what it was asked, in words.
func expect(_ isRight: Bool, asked: String, wanted: String, got: @autoclosure () -> String) throws {
  guard !isRight else { return }
  throw CheckFinding(asked: asked, wanted: wanted, got: got())
}
