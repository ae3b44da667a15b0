/// `grader completion`: what a shell needs to complete the grader's commands, exercises and options.
enum CompletionCommand {
  static let command = Command(
    name: "completion", summary: "a completion script for bash, zsh or fish",
    arguments: .word("shell", of: ["bash", "zsh", "fish"]),
    examples: [
      "swift run grader completion bash > ~/.local/share/bash-completion/completions/grader",
      "source <(swift run grader completion zsh)",
    ], action: run)

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    // Only that program knows the options of its commands.
    if session.commands.contains(where: \.isElsewhere) {
      return try StaffProgram(session.workbook).run([command.name] + options.words, session.console)
    }
    let words = words(session)
    let script =
      switch options.words.first {
      case "zsh": zsh(words)
      case "fish": fish(words)
      default: bash(words)
      }
    session.console.line(script)
    return ExitStatus.success
  }

  /// What may follow each command: its options, and what its arguments may be.
  private static func words(_ session: Session) -> [(command: String, words: [String])] {
    session.commands.map { command in
      let arguments = command.arguments.completions(session.curriculum, commands: session.commands)
      return (command.name, command.options.map(\.name) + arguments)
    }
  }

  private static func bash(_ words: [(command: String, words: [String])]) -> String {
    let cases = words.map { "    \($0.command)) words='\($0.words.joined(separator: " "))' ;;" }.joined(
      separator: "\n")
    return """
      # Completes `grader` and `swift run grader`.
      _grader() {
        local words='' at=1 current=${COMP_WORDS[COMP_CWORD]}
        if [ "${COMP_WORDS[0]##*/}" = swift ]; then
          [ "${COMP_WORDS[1]}" = run ] && [ "${COMP_WORDS[2]}" = grader ] || return
          at=3
        fi
        if [ "$COMP_CWORD" -eq "$at" ]; then
          COMPREPLY=($(compgen -W '\(words.map(\.command).joined(separator: " "))' -- "$current"))
          return
        fi
        case ${COMP_WORDS[at]} in
      \(cases)
        esac
        COMPREPLY=($(compgen -W "$words" -- "$current"))
      }
      complete -o default -F _grader grader swift
      """
  }

  private static func zsh(_ words: [(command: String, words: [String])]) -> String {
    "autoload -Uz bashcompinit && bashcompinit\n" + bash(words)
  }

  private static func fish(_ words: [(command: String, words: [String])]) -> String {
    let commands = words.map(\.command).joined(separator: " ")
    let rows = words.filter { !$0.words.isEmpty }.map {
      "complete -c grader -n '__fish_seen_subcommand_from \($0.command)' -a '\($0.words.joined(separator: " "))'"
    }
    return (["complete -c grader -f -n __fish_use_subcommand -a '\(commands)'"] + rows).joined(
      separator: "\n")
  }
}
