import Testing

@testable import SystemKit

@Suite struct ChildProcessTests {
  private func shell(
    _ script: String, _ arguments: String..., environment: [String: String] = ["PATH": "/usr/bin:/bin"],
    keptOutput: Int = 1 << 20, merged: Bool = false, watch: (Int32, [UInt8]) -> StopReason? = { _, _ in nil }
  ) throws -> ChildProcess.Result {
    var child = try ChildProcess.bare(["/bin/sh", "-c", script, "sh"] + arguments, environment: environment)
    child.keptOutput = keptOutput
    child.mergesErrors = merged
    return try child.run(watch: watch)
  }

  @Test(arguments: [0, 1, 7, 255] as [Int32]) func `an exit status is told`(status: Int32) throws {
    #expect(try shell("exit \(status)").ending == .exited(status))
  }

  @Test(arguments: [4, 9, 11, 15] as [Int32]) func `a signal is told`(signal: Int32) throws {
    #expect(try shell("kill -\(signal) $$").ending == .signalled(signal))
  }

  @Test func `what is printed and what is reported as an error are kept apart`() throws {
    let result = try shell("echo one; echo two >&2; echo three")
    #expect(result.output == "one\nthree\n")
    #expect(result.errors == "two\n")
  }

  @Test func `merged streams are kept in the order they came`() throws {
    let result = try shell("echo one; echo two >&2; echo three", merged: true)
    #expect(result.output == "one\ntwo\nthree\n")
    #expect(result.errors == "")
  }

  @Test func `arguments arrive as they were given`() throws {
    let words = ["two words", "it's", "\"$HOME\"", "é", "", "*"]
    let command = ["/bin/sh", "-c", "printf '<%s>' \"$@\"", "sh"] + words
    let result = try ChildProcess.bare(command).run()
    #expect(result.output == words.map { "<\($0)>" }.joined())
  }

  @Test func `the environment is what is given, and nothing of the grader's own`() throws {
    let result = try ChildProcess.bare(["/usr/bin/env"], environment: ["B": "two words", "A": "1", "C": ""])
      .run()
    #expect(result.output == "A=1\nB=two words\nC=\n")
  }

  @Test func `there is nothing to read on standard input`() throws {
    let result = try shell("cat; echo end")
    #expect(result.output == "end\n")
    #expect(result.ending == .exited(0))
  }

  @Test func `a program that is not there is trouble`() {
    let error = #expect(throws: GraderError.self) {
      try ChildProcess.bare(["/no/such/program"]).run()
    }
    #expect(error?.description.hasPrefix("/no/such/program could not be started") == true)
  }

  @Test func `more output than a pipe holds is drained while it runs`() throws {
    let result = try shell("head -c 300000 /dev/zero | tr '\\0' x; echo; echo end")
    #expect(result.ending == .exited(0))
    #expect(result.output.utf8.count == 300_005)
    #expect(result.output.hasSuffix("x\nend\n"))
  }

  @Test func `of much output the end is kept`() throws {
    let result = try shell("head -c 3000000 /dev/zero | tr '\\0' x; echo; echo end", keptOutput: 1000)
    #expect(result.output.utf8.count <= 2000)
    #expect(result.output.hasSuffix("x\nend\n"))
  }

  @Test func `output that is no text does no harm`() throws {
    #expect(try shell("printf 'a\\377b'").output == "a\u{FFFD}b")
  }
}
