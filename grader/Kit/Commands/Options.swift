import SystemKit

/// A command line taken apart: the command's words and the options among them, each with a value that its option accepts.
package struct Options {
  package private(set) var words: [String] = []
  private var flags: Set<String> = []
  private var values: [String: String] = [:]

  /// Takes `--name`, `--name value` and `--name=value`; after `--` all are words.
  package init(_ arguments: [String], known: [Option], command: String) throws(UsageError) {
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
      guard let wanted = option.value else {
        guard parts.count == 1 else { throw .badValue(parts[1], of: option.name, wanted: "no value") }
        flags.insert(option.name)
        continue
      }
      guard let text = parts.count == 2 ? parts[1] : rest.popFirst() else {
        throw .missingValue(option.name, wanted: wanted.wanted)
      }
      guard wanted.isValid(text) else { throw .badValue(text, of: option.name, wanted: wanted.wanted) }
      values[option.name] = text
    }
  }

  package func has(_ flag: Flag) -> Bool { flags.contains(flag.option.name) }

  /// The value that was given; nil where the option was not.
  package subscript<Value>(_ setting: Setting<Value>) -> Value? {
    values[setting.option.name].flatMap(setting.parse)
  }
}
