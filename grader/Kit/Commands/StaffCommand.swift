/// What authors and instructors do: commands of the program `staff`, which holds everything that a learner needs not wait for.
///
/// Here stands what the learners' grader says of them; `staff` adds what each can do.
package enum StaffCommand: String, CaseIterable, Sendable {
  case check
  case handout
  case grade
  case cohort
  case new
  case mistake
  case stubs
  case book

  /// One line for the list of commands.
  var summary: String {
    switch self {
    case .check: "author and instructor: solutions pass, stubs fail, mistakes are caught"
    case .handout: "instructor: write a learner's copy of the course, with or without its solutions"
    case .grade: "instructor: judge a submission, a folder or archive, without trusting it"
    case .cohort: "instructor: judge every submission in a folder; goes on where it was ended"
    case .new: "author: write all parts of a new exercise, with placeholders that check finds"
    case .mistake: "author: edit a copy of a solution until it is wrong, and keep that as a mistake"
    case .stubs: "author: cut Exercises out of Solutions"
    case .book: "the book as a web site, every page with its specification and hints"
    }
  }

  /// What may follow the name.
  var arguments: Arguments {
    switch self {
    case .check, .stubs: .exercises
    case .handout, .book: .none
    case .grade: .path("submission")
    case .cohort:
      .paths(
        usage: "<submissions> | merge <folder …> | report <results>",
        wanted:
          "a folder of submissions, `merge` with folders of shards, or `report` with a folder of results")
    case .new: .newExercise
    case .mistake: .namedExercise
    }
  }
}

extension Command {
  /// A command of `staff`, as `staff` does it.
  package init(
    _ staff: StaffCommand, options: [Option] = [], needsSolutions: Bool = true, examples: [String],
    action: @escaping @Sendable (Options, Session) throws -> Int32
  ) {
    self.init(
      name: staff.rawValue, summary: staff.summary, arguments: staff.arguments, options: options,
      needsSolutions: needsSolutions, examples: examples, action: action)
  }

  /// The same as the learners' grader does it: `staff` reads the command line.
  init(elsewhere staff: StaffCommand) {
    self.init(
      name: staff.rawValue, summary: staff.summary, arguments: staff.arguments, isElsewhere: true,
      examples: []
    ) { options, session in
      try StaffProgram(session.workbook).run([staff.rawValue] + options.words, session.console)
    }
  }
}
