import SystemKit

/// An option as a command line may hold it: parsing, help, completion and errors are all made from this.
package struct Option: Sendable, Equatable {
  /// What follows an option's name.
  package struct Value: Sendable {
    /// `seconds`, as help shows it.
    let placeholder: String
    /// What is expected, as an error says it.
    let wanted: String
    let isValid: @Sendable (String) -> Bool
  }

  package let name: String
  package var value: Value?
  package let help: String
  /// Whether it is of no use where the workbook was handed out without solutions.
  package var needsSolutions = false

  /// Two options are one where their names are.
  package static func == (one: Option, other: Option) -> Bool { one.name == other.name }
}

/// An option that is given or not.
package struct Flag: Sendable {
  package let option: Option

  package init(_ name: String, help: String, needsSolutions: Bool = false) {
    option = Option(name: name, help: help, needsSolutions: needsSolutions)
  }
}

/// An option with a value of a type.
package struct Setting<Value: Sendable>: Sendable {
  package let option: Option
  package let parse: @Sendable (String) -> Value?

  package init(
    _ name: String, _ placeholder: String, wanted: String, help: String,
    parse: @escaping @Sendable (String) -> Value?
  ) {
    self.parse = parse
    let value = Option.Value(placeholder: placeholder, wanted: wanted) { parse($0) != nil }
    option = Option(name: name, value: value, help: help)
  }
}

extension Flag {
  /// Known to every command that reports.
  package static let json = Flag("--json", help: "one JSON object instead of text")
}
