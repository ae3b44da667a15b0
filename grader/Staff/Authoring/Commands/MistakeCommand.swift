import Foundation
import GraderKit

/// `grader mistake`: keeps a wrong answer that the suite catches, for the authors.
package enum MistakeCommand {
  package static let command = Command(
    .mistake,
    options: [from.option, name.option, hint.option, witnesses.option, Session.timeout.option],
    examples: [
      "swift run grader mistake 5.3",
      "swift run grader mistake 5.3 --name \"starts anew each second\" --hint \"Who remembers the turn?\"",
      "swift run grader mistake 5.3 --from wrong.swift",
    ],
    action: run)

  private static let from = Setting(
    "--from", "file", wanted: "a file with the solution, edited",
    help: "take this edited solution instead of the copy under .build/grader"
  ) { $0.isEmpty ? nil : $0 }
  private static let name = Setting(
    "--name", "words", wanted: "the mistake in the words of one who made it",
    help: "what the mistake is called: reads the id little-endian"
  ) { $0.contains { !$0.isWhitespace } ? $0 : nil }
  private static let hint = Setting(
    "--hint", "words", wanted: "a hint that leads back", help: "what leads back, best as a question"
  ) { $0.contains { !$0.isWhitespace } ? $0 : nil }
  private static let witnesses = Setting(
    "--witnesses", "numbers", wanted: "one to three numbers of tests, as 2,5",
    help: "the tests that have to fail, by their numbers in the suite; chosen for you without it"
  ) { text -> [Int]? in
    let words = text.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = words.compactMap { Int($0) }
    return numbers.count == words.count && (1...3).contains(numbers.count) ? numbers : nil
  }

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    let exercise = try session.one(options.words, command: command.name)
    let desk = MistakeDesk(session: session, exercise: exercise)
    guard let edited = try desk.edited(from: options[from]) else { return ExitStatus.success }
    do {
      let new = try desk.judge(edited)
      desk.show(new)
      let tests = try options[witnesses].map { try desk.tests($0, of: new) }
      let chosen = try desk.choose(tests, of: new)
      guard let words = desk.words(name: options[name], hint: options[hint]) else {
        session.console.line(
          "Nothing is kept yet. With these, it is: --name \"in the words of one who made it\" --hint \"what leads back\"."
            .wrapped(to: session.console.width))
        return ExitStatus.unsolved
      }
      try desk.keep(new, as: new.mistake(words.name, caughtBy: chosen, hint: words.hint))
      if options[from] == nil { try desk.scratch.remove() }
      return ExitStatus.success
    } catch let refusal as MistakeDesk.Refusal {
      session.console.line(
        "\(session.style.red("✗")) \(exercise.id): \(refusal)".wrapped(to: session.console.width))
      return ExitStatus.unsolved
    }
  }
}
