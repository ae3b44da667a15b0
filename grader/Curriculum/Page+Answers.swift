extension Page {
  /// The section of a chapter's page with questions, and the one with their answers: numbered lists of one length.
  package static let questions = "Check yourself"
  package static let answers = "Answers"

  /// The questions, each with its answer; empty where the page has no answers.
  package var answered: [(question: String, answer: String)] {
    let pairs = zip(numberedList(in: Self.questions), numberedList(in: Self.answers))
    return pairs.map { (question: $0, answer: $1) }
  }
}
