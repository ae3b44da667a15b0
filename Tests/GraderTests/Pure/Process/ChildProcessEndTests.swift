import Testing

@testable import SystemKit

/// A child that does not end by itself, and what it leaves behind.
@Suite(.timeLimit(.minutes(20))) struct ChildProcessEndTests {
  private let environment = ["PATH": "/usr/bin:/bin"]

  private func shell(_ script: String, _ arguments: String...) throws -> ChildProcess {
    try ChildProcess.bare(["/bin/sh", "-c", script, "sh"] + arguments, environment: environment)
  }

  @Test func `the watcher ends it, for the reason it gives`() throws {
    let result = try shell("echo here; exec sleep 600").run { _, printed in
      printed.isEmpty ? nil : .deadline(seconds: 1)
    }
    #expect(result.ending == .stopped(.deadline(seconds: 1)))
    #expect(result.output == "here\n")
  }

  @Test func `a child that ignores every polite signal is ended`() throws {
    let result = try shell("trap '' TERM INT HUP; echo here; while :; do sleep 600; done").run { _, printed in
      printed.isEmpty ? nil : .deadline(seconds: 1)
    }
    #expect(result.ending == .stopped(.deadline(seconds: 1)))
  }

  @Test func `a child that was stopped is ended`() throws {
    let result = try shell("echo here; kill -STOP $$").run { _, printed in
      printed.isEmpty ? nil : .deadline(seconds: 1)
    }
    #expect(result.ending == .stopped(.deadline(seconds: 1)))
  }

  @Test func `an endless printer is ended`() throws {
    var seen = 0
    var printer = try shell("while :; do echo over and over; done")
    printer.keptOutput = 4096
    let result = try printer.run { _, printed in
      seen += printed.count
      return seen > 100_000 ? .deadline(seconds: 1) : nil
    }
    #expect(result.ending == .stopped(.deadline(seconds: 1)))
    #expect(result.output.utf8.count <= 2 * 4096)
  }

  @Test func `the watcher is given the process's number`() throws {
    var number: Int32 = 0
    let result = try shell("echo $$; exec sleep 600").run { process, printed in
      number = process
      return printed.isEmpty ? nil : .deadline(seconds: 1)
    }
    #expect(result.output == "\(number)\n")
  }

  @Test func `a child of the child that keeps the pipe open keeps nobody waiting, and is ended too`() throws {
    let held = try Fifo()
    // The second shell says that it holds both pipes; only then does the first one end.
    let ready = try Fifo()
    let script = "exec 4<>\"$2\"; (exec 3>\"$1\"; echo >&4; exec sleep 600) & read word <&4; echo done"
    let result = try shell(script, held.path, ready.path).run()
    #expect(result.ending == .exited(0))
    #expect(result.output == "done\n")
    held.waitForEnd()
  }

  @Test func `with the child its own children are ended`() throws {
    let held = try Fifo()
    let script = "(exec 3>\"$1\"; echo here; exec sleep 600) & wait"
    let result = try shell(script, held.path).run { _, printed in
      printed.isEmpty ? nil : .deadline(seconds: 1)
    }
    #expect(result.ending == .stopped(.deadline(seconds: 1)))
    held.waitForEnd()
  }
}
