import GraderKit

extension MistakeDesk.Refusal: CustomStringConvertible {
  var description: String {
    switch self {
    case .unchanged(let file):
      "\(file) is the solution, but for comments and white space. Make it wrong first."
    case .outdated(let file):
      "the solution has changed since \(file) was copied from it. Remove that file, and begin anew."
    case .solutionUnsolved(let reason): "the solution itself \(reason). Mend it, or the suite, first."
    case .doesNotCompile(let reason): "it does not compile: \(reason). A mistake has to."
    case .solved:
      "the suite does not catch this: write a test first. If no input can tell it from the solution, it is no mistake."
    case .known(let name): "it is a mistake already: \"\(name)\"."
    case .sameAnswer(let name):
      "the suite says the same to this as to \"\(name)\". Add a test that tells them apart, or leave it."
    case .notToldApart:
      "no one to three of the failing tests tell it from the other mistakes: their words come about in other ways, too. Add a test that only this one fails."
    case .misnamed(let names):
      "with these witnesses a report would take \(names.map { "\"\($0)\"" }.listed(with: "and")) for another mistake. Name others, or leave the choice to the grader."
    case .noWitness(let number, let tests):
      "test \(number) does not fail, or is none of the \(tests). The numbers are those above."
    case .nameTaken(let name): "another mistake is called \"\(name)\". Choose other words."
    case .damaged(let file): "\(file) cannot be added to: mend it first."
    }
  }
}
