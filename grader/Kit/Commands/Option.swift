/// An option as a command line may hold it: parsing, help, completion and errors are all made from this.
struct Option: Sendable, Equatable {
  /// What follows an option's name.
  struct Value: Sendable {
    /// `seconds`, as help shows it.
    let placeholder: String
    /// What is expected, as an error says it.
    let wanted: String
    let isValid: @Sendable (String) -> Bool
  }

  let name: String
  var value: Value?
  let help: String

  /// Two options are one where their names are.
  static func == (one: Option, other: Option) -> Bool { one.name == other.name }
}

/// An option that is given or not.
struct Flag: Sendable {
  let option: Option

  init(_ name: String, help: String) { option = Option(name: name, help: help) }
}

/// An option with a value of a type.
struct Setting<Value: Sendable>: Sendable {
  let option: Option
  let parse: @Sendable (String) -> Value?

  init(
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
  static let json = Flag("--json", help: "one JSON object instead of text")
}
