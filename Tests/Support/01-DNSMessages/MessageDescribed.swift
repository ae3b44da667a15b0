import PostRoad
import TestSupport

extension DNS.Message: CheckDescribable {
  /// The header in a line, then a line for each entry.
  public var checkDescription: String {
    let flags = [
      ("QR", header.isResponse), ("AA", header.isAuthoritative), ("TC", header.isTruncated),
      ("RD", header.recursionDesired), ("RA", header.recursionAvailable), ("Z", header.reservedBit),
      ("AD", header.isAuthenticData), ("CD", header.checkingDisabled),
    ].filter(\.1).map { " " + $0.0 }.joined()
    let counts =
      "\(header.questionCount) \(header.answerCount) \(header.authorityCount) \(header.additionalCount)"
    let first =
      "id \(header.id), opcode \(header.opcode.rawValue), response code \(header.responseCode.rawValue),"
      + " flags\(flags.isEmpty ? " none" : flags), counts \(counts)"
    var few = self
    few.questions = Array(questions.prefix(Self.shownEntries))
    few.answers = Array(answers.prefix(Self.shownEntries))
    few.authorities = Array(authorities.prefix(Self.shownEntries))
    few.additionals = Array(additionals.prefix(Self.shownEntries))
    let total = questions.count + answers.count + authorities.count + additionals.count
    let rest = total > Self.shownEntries ? ["… \(total) entries in all"] : []
    return ([first] + few.entries.prefix(Self.shownEntries).map(shortened) + rest).joined(separator: "\n")
  }

  /// Entries of a message that a failure shows.
  private static let shownEntries = 8
}

extension DNS.ResourceRecord: CheckDescribable {
  public var checkDescription: String { shortened(told) }
}

/// A line that is not longer than a failure can show.
private func shortened(_ line: String) -> String {
  let longest = 120
  return line.utf8.count > longest ? "\(line.prefix(longest)) … \(line.utf8.count) characters" : line
}
