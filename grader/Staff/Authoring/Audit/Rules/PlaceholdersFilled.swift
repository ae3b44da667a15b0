extension Rule where Input == ExerciseParts {
  /// Nothing of what `new` wrote is still to be filled in.
  static var placeholdersFilled: Rule {
    Rule("placeholdersFilled") { (parts: ExerciseParts) -> [String] in
      // The stub is cut out of the solution: what is left in both is named once.
      ([parts.solution, parts.suite, parts.mistakes] + parts.alternatives + [parts.page])
        .flatMap(Placeholder.messages)
    }
  }
}

extension Rule where Input == ChapterParts {
  /// The same for the vocabulary of the chapter.
  static var vocabularyFilled: Rule {
    Rule("placeholdersFilled") { (parts: ChapterParts) -> [String] in
      parts.vocabulary.flatMap(Placeholder.messages)
    }
  }
}
