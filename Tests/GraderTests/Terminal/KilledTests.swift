import Foundation
import Testing

@testable import SystemKit

/// `kill -9` at any moment loses no text of the learner's, and the next start reads what is left.
@Suite(
  .serialized, .timeLimit(.minutes(20)),
  .enabled(if: BuiltGrader.folder != nil, "the grader is not built beside the tests"))
struct KilledTests {
  private let desk: LearnersDesk
  private var random = MomentNumbers(seed: 9)

  init() throws { desk = try LearnersDesk() }

  @Test(arguments: [("reset", 14), ("undo", 14), ("hint", 8)])
  mutating func `a command that is killed loses nothing`(command: String, rounds: Int) throws {
    // From before it has begun to after it has ended, on this machine.
    let clock = Stopwatch()
    try BuiltGrader.start(command, "1.1", in: desk.book.root).wait()
    let microseconds = Int(clock.seconds * 1_200_000)
    for round in 0..<rounds {
      try desk.write("\(command) \(round)")
      // There has to be something to bring back.
      if command == "undo" { try desk.keepAnother("kept \(round)") }
      let alive = desk.texts
      let process = try BuiltGrader.start(command, "1.1", in: desk.book.root)
      usleep(UInt32(random.next(in: 0...microseconds)))
      process.end()
      process.wait()
      try desk.expectAll(of: alive)
      try desk.expectReadable()
    }
  }

  @Test(.enabled(if: Tmux.program != nil, "tmux is not installed"))
  mutating func `a watch that is killed loses nothing`() throws {
    let keys = ["x", "u", "h", "x"]
    for round in 0..<14 {
      try desk.write("watch \(round)")
      try desk.keepAnother("kept \(round)")
      let alive = desk.texts
      let terminal = try Tmux(
        Tmux.Size(width: 80, height: 24), in: desk.book.root, command: ["grader", "watch", "1.1"])
      try terminal.waitFor(["does not compile"])
      // While the keys are pressed and what they ask for is done.
      let killer = try StartedProcess.killer(
        of: try terminal.value("pane_pid"), after: random.next(in: 0...40))
      try terminal.press(keys[round % keys.count], keys[(round + 1) % keys.count])
      killer.wait()
      let clock = Stopwatch()
      while try terminal.value("pane_dead") != "1", clock.seconds < Tmux.patience { usleep(5000) }
      try desk.expectAll(of: alive)
      try desk.expectReadable()
    }
  }
}

/// Numbers that are the same in every run: xorshift, 64 bits.
struct MomentNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(in range: ClosedRange<Int>) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return range.lowerBound + Int(state % UInt64(range.count))
  }
}
