import PostRoad

/// What becomes of a doubtful request here, and what the RFC says about it.
public struct DoubtfulVerdict: CustomStringConvertible, Sendable {
  /// Which of our two functions refuses it and why, or how long its body is.
  public enum Reading: Sendable {
    case head(LB.RequestError)
    case body(LB.FramingError)
    case read(LB.BodyLength)
  }

  /// How the RFC stands to refusing it.
  public enum Demand: Sendable {
    /// It has to be refused: nobody may forgive it.
    case must
    /// The RFC leaves a choice, or says SHOULD; we refuse.
    case choice
    /// It is right, however odd it looks.
    case right
  }

  public let request: DoubtfulHead
  public let reading: Reading
  public let demand: Demand
  /// The section, and its word.
  public let rule: String

  /// All verdicts of one kind, in the order of the recording.
  public static func all(_ demand: Demand) -> [DoubtfulVerdict] {
    verdicts.filter { $0.demand == demand }
  }

  /// Each recorded request has a verdict, in the same order.
  private static let verdicts: [DoubtfulVerdict] = {
    let typed =
      DoubtfulVerdicts.bodies + DoubtfulVerdicts.lines + DoubtfulVerdicts.hosts + DoubtfulVerdicts.starts
    precondition(
      typed.map(\.0) == DoubtfulHead.recorded.map(\.name), "a verdict for each recorded request")
    return zip(DoubtfulHead.recorded, typed).map { request, verdict in
      DoubtfulVerdict(request: request, reading: verdict.1, demand: verdict.2, rule: verdict.3)
    }
  }()

  public var description: String { "\(request)\n\(rule)" }
}
