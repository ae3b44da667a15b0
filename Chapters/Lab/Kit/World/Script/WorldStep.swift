import PostRoad

extension WorldScript {
  /// Something that happens, or is to be true, at a time.
  package struct Step: Hashable, Sendable {
    package enum Action: Hashable, Sendable {
      case visit(Visits)
      /// All roads from and to a node, or those between two.
      case cut(String, String?)
      case mend(String, String?)
      /// The process of a node ends, or begins anew and knows nothing.
      case kill(String)
      case start(String)
      /// An authority has this zone from now on.
      case zone(String, text: String)
      case forge(Forgery)
      case expect([Claim])
    }

    var line: Int
    package var at: Int64
    package var action: Action
    /// As it is written, without its time.
    package var text: String
  }

  /// One visit of each client, or several one after the other.
  package struct Visits: Hashable, Sendable {
    var url: HTTP.Target
    var text: String
    var clients: [String]
    var every: Int64 = 0
    var count = 1
    /// Nil where nothing is expected.
    var rule: VisitRule?
  }

  /// What a visit has to be like.
  package struct VisitRule: Hashable, Sendable {
    /// Nil where it has to fail.
    var status: Int?
    var outcome: WorldVisit.Outcome?
    var within: Int64?
    var messages: Int?
    /// The edge that answers.
    var site: String?
  }

  /// Answers to questions that others have asked, from somebody who cannot see them: with IDs that are guessed.
  package struct Forgery: Hashable, Sendable {
    var from: String
    var to: String
    var name: String
    var address: DNS.IPv4Address
    /// Whose answers they say they are.
    var source: Resolver.Address
    var count = 100
  }

  /// What is to be true of all visits that have begun.
  package enum Claim: Hashable, Sendable {
    case served(Int)
    case stale(Int)
    case late(Int)
    case failed(Int)
    /// From this time on nobody is late, and nobody fails.
    case recovered(by: Int64)
    case noTrouble
    /// The requests or questions that have come to a node.
    case asked(String, Int)
    /// The responses that backends have made.
    case origin(Int)
  }
}
