import BookKit
import CurriculumKit
import JudgeKit

/// The first text of each part of an exercise: it compiles, and says in every place what belongs there.
struct ExerciseTemplate {
  let exercise: Exercise

  private var function: String { Placeholder.name + exercise.name }

  var solution: String {
    """
    import PostRoad

    /// FILL IN: what it does, in one sentence.
    ///
    /// FILL IN: the rules, each once and in words that a test can hold, or no paragraph here.
    ///
    /// - Parameter input: FILL IN: what it is, its unit, and both ends of its range.
    /// - Returns: FILL IN: what it is, and which of several where there is a tie.
    /// - Throws: FILL IN: each error and when, in the order in which they are looked for.
    ///
    /// Source: FILL IN: the paper, or the RFC as [RFC 1035 §4.1.1](https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1).
    public func \(function)(_ input: Int) throws -> Int {
      // <write>
      // 1. FILL IN: what to take care of in the first step, and not how.
      return input
      // </write>
    }

    """
  }

  var alternative: String {
    """
    import PostRoad

    // FILL IN: a right answer with another algorithm or another shape; remove this line.
    public func \(function)(_ input: Int) throws -> Int { input }

    """
  }

  /// The ladder of the house: four tests, of four kinds.
  var suite: String {
    let tests = [
      ("the plain case", "1"), ("both ends of a range", "0"), ("the order of two errors", ".max"),
      ("what the page's table shows", "2"),
    ].map { name, input in
      """
        // FILL IN: the source of the rule, as RFC 1035 §4.1.1
        @Test func `FILL IN: \(name), in a sentence`() throws {
          try check(call, \(input), returns: \(input), "FILL IN: the rule, in a sentence") { try \(function)($0) }
        }
      """
    }
    return """
      import \(exercise.chapter.name)
      import PostRoad
      import TestSupport
      import Testing

      @Suite struct \(exercise.suite) {
        private let call = "\(function)(_:)"

      \(tests.joined(separator: "\n\n"))
      }

      """
  }

  var mistakes: String {
    MistakesText.file([
      Mistakes.Mistake(
        name: "FILL IN: in the words of one who makes it; `grader mistake \(exercise.id)` writes the entry",
        find: ["  return input"], replace: ["  return input &+ 1"],
        caughtBy: ["FILL IN: the plain case, in a sentence"],
        hint: "FILL IN: a question that leads back")
    ])
  }

  var page: String {
    """
    # FILL IN: the title, a task in a few words

    FILL IN: one paragraph: what it is.

    ## Why it matters

    FILL IN: what goes wrong without it, and for whom.

    ## On the wire

    FILL IN: a heading of its own where nothing is on a wire; then the bytes, the rule or a drawing.

    ```
    FILL IN: a recording or a drawing, at most \(CodeBlocks.maximumWidth) columns wide
    ```

    ## Task

    FILL IN: which function in which file, and each rule that the doc comment does not have.

    ## What passing does not prove

    FILL IN: what the tests cannot see.

    ## Hints

    ### Hint 1

    FILL IN: a nudge.

    ### Hint 2

    FILL IN: the idea.

    ### Hint 3

    FILL IN: nearly the answer.

    """
  }

  /// A file of the chapter's vocabulary, in the namespace that its other files extend.
  func vocabulary(in namespace: String) -> String {
    """
    extension \(namespace) {
      /// FILL IN: why there is no result, in one sentence. An exercise without types of its own has no file here: remove it.
      public enum \(exercise.name)Error: Error, Hashable, Sendable {
        /// FILL IN: what is wrong, with the value that shows it.
        case fillIn(Int)
      }
    }

    """
  }
}
