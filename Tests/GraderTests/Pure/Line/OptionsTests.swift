import Testing

@testable import GraderKit
@testable import SystemKit

@Suite struct OptionsTests {
  private func options(_ arguments: String...) throws(UsageError) -> Options {
    try Options(
      arguments,
      known: [
        Options.Known(name: "--json", help: ""), Options.Known(name: "--timeout", value: "seconds", help: ""),
      ], command: "run")
  }

  @Test func `words and options may stand in any order`() throws {
    let options = try options("1.1", "--json", "--timeout", "3", "Header")
    #expect(options.words == ["1.1", "Header"])
    #expect(options.has("--json"))
    #expect(options.value("--timeout") == "3")
    #expect(try self.options().value("--timeout") == nil)
  }

  @Test func `a value may stand behind an equals sign, and hold one`() throws {
    #expect(try options("--timeout=3").value("--timeout") == "3")
    #expect(try options("--timeout=a=b").value("--timeout") == "a=b")
  }

  @Test func `a value that is empty is empty, and takes no other word`() throws {
    let options = try options("--timeout=", "1.1")
    #expect(options.value("--timeout") == "")
    #expect(options.words == ["1.1"])
  }

  @Test func `the last of several values counts`() throws {
    #expect(try options("--timeout", "3", "--timeout=4").value("--timeout") == "4")
  }

  @Test func `behind two dashes all are words`() throws {
    let options = try options("-", "--", "--json", "--", "-x")
    #expect(options.words == ["-", "--json", "--", "-x"])
    #expect(!options.has("--json"))
  }

  @Test func `an option that is not known is refused, with the one that was meant`() {
    #expect(error("--jsno") == "`run` has no option `--jsno`. Did you mean `--json`?" + Self.remedy)
    #expect(error("--bicycle") == "`run` has no option `--bicycle`." + Self.remedy)
    #expect(error("-v") == "`run` has no option `-v`." + Self.remedy)
    #expect(error("--JSON=1")?.hasPrefix("`run` has no option `--JSON=1`.") == true)
  }

  @Test func `a value is wanted where one belongs, and nowhere else`() {
    #expect(error("--timeout") == "`--timeout` needs a value after it.")
    #expect(error("--json=1") == "`--json 1`: expected no value.")
  }

  private static let remedy = " `swift run grader help run` lists its options."

  private func error(_ arguments: String...) -> String? {
    do throws(UsageError) {
      _ = try Options(
        arguments,
        known: [
          Options.Known(name: "--json", help: ""),
          Options.Known(name: "--timeout", value: "seconds", help: ""),
        ], command: "run")
      return nil
    } catch {
      return error.description
    }
  }
}
