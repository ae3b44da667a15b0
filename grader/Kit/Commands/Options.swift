import SystemKit

/// A command line taken apart: the command's words and the options among them.
struct Options {
  /// An option that a command knows; `value` says what follows it, nil where nothing does.
  struct Known: Sendable {
    let name: String
    var value: String?
    let help: String
  }

  private(set) var words: [String] = []
  private var flags: Set<String> = []
  private var values: [String: String] = [:]

  /// Takes `--name`, `--name value` and `--name=value`; after `--` all are words.
  init(_ arguments: [String], known: [Known], command: String) throws(UsageError) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        words += rest
        return
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        words.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
        String.init)
      guard let option = known.first(where: { $0.name == parts[0] }) else {
        let names = known.map(\.name)
        let meant = names.min { $0.editDistance(to: parts[0]) < $1.editDistance(to: parts[0]) }
        throw .unknownOption(
          argument, command: command, meant: meant.flatMap { $0.editDistance(to: parts[0]) <= 3 ? $0 : nil })
      }
      if option.value == nil {
        guard parts.count == 1 else { throw .badValue(parts[1], of: option.name, wanted: "no value") }
        flags.insert(option.name)
      } else {
        guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
          throw .missingValue(option.name)
        }
        values[option.name] = value
      }
    }
  }

  func has(_ name: String) -> Bool { flags.contains(name) }
  func value(_ name: String) -> String? { values[name] }
}
