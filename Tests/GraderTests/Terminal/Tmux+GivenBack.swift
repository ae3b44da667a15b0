import Testing

extension Tmux {
  /// After the grader's end the terminal is the shell's again: its screen, its cursor, its echo and its lines.
  func expectGivenBack(place: SourceLocation = #_sourceLocation) throws {
    #expect(try value("alternate_on") == "0", "the screen from before is back", sourceLocation: place)
    #expect(try value("cursor_flag") == "1", "the cursor is shown", sourceLocation: place)
    try enter(
      "clear; stty -a | tr ';' ' ' | tr ' ' '\\n' | grep -Ex -e '-?(icanon|echo|isig)' | sort | tr '\\n' ' '; echo done"
    )
    try waitFor(["echo icanon isig done"], place: place)
  }
}
