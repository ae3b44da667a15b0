@testable import AuthoringKit

/// A solution with some lines between its marks.
enum SmallSolution {
  static func written(_ body: String, parameters: String = "_ a: Int, _ b: Int") -> String {
    """
    import PostRoad

    /// 1 && 2 < 3.
    public func make(\(parameters)) throws -> Int {
      // <write>
      // 1. Not 4 + 5.
      \(body.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  "))
      // </write>
    }

    """
  }

  static func declared(_ declarations: String) -> String {
    "import PostRoad\n\n// <declare>\n// 1. Say so.\n\(declarations)\n// </declare>\n"
  }

  /// What the mutants of some lines become, of one kind or of all: `a < b → a <= b`.
  static func changes(
    _ body: String, _ kinds: MutationOperator..., parameters: String = "_ a: Int, _ b: Int"
  ) -> [String] {
    MutantFinder.mutants(of: written(body, parameters: parameters)).filter { kinds.contains($0.kind) }.map {
      "\($0.before) → \($0.after)"
    }
  }

  /// The lines that the mutants of one kind make of some lines, each in its first form.
  static func results(
    _ body: String, _ kinds: MutationOperator..., parameters: String = "_ a: Int, _ b: Int"
  ) -> [String] {
    let text = written(body, parameters: parameters)
    return MutantFinder.mutants(of: text).filter { kinds.contains($0.kind) }.map {
      let changed = String(decoding: $0.applied(to: Array(text.utf8)), as: UTF8.self)
      let start = changed.firstRange(of: "// 1. Not 4 + 5.\n  ")!.upperBound
      let end = changed.firstRange(of: "\n  // </write>")!.lowerBound
      return String(changed[start..<end]).replacing("\n  ", with: "\n")
    }
  }
}
