import Testing

@testable import GraderKit
@testable import SystemKit

@Suite struct OptionsTests {
  private static let name = Setting("--name", "word", wanted: "a word", help: "") { text in
    text.contains(" ") ? nil : text
  }
  private static let count = Setting("--count", "number", wanted: "a number", help: "") { Int($0) }
  private static let known = [Flag.json.option, name.option, count.option]

  private func options(_ arguments: String...) throws(UsageError) -> Options {
    try Options(arguments, known: Self.known, command: "run")
  }

  @Test func `words and options may stand in any order`() throws {
    let options = try options("1.1", "--json", "--count", "3", "Header")
    #expect(options.words == ["1.1", "Header"])
    #expect(options.has(.json))
    #expect(options[Self.count] == 3)
    #expect(try self.options()[Self.count] == nil)
  }

  @Test func `a value may stand behind an equals sign, and hold one`() throws {
    #expect(try options("--name=3")[Self.name] == "3")
    #expect(try options("--name=a=b")[Self.name] == "a=b")
  }

  @Test func `a value that is empty is empty, and takes no other word`() throws {
    let options = try options("--name=", "1.1")
    #expect(options[Self.name] == "")
    #expect(options.words == ["1.1"])
  }

  @Test func `the last of several values counts`() throws {
    #expect(try options("--count", "3", "--count=4")[Self.count] == 4)
  }

  @Test func `behind two dashes all are words`() throws {
    let options = try options("-", "--", "--json", "--", "-x")
    #expect(options.words == ["-", "--json", "--", "-x"])
    #expect(!options.has(.json))
  }

  @Test func `an option that is not known is refused, with the one that was meant`() {
    #expect(error("--jsno") == "`run` has no option `--jsno`. Did you mean `--json`?" + Self.remedy)
    #expect(error("--bicycle") == "`run` has no option `--bicycle`." + Self.remedy)
    #expect(error("-v") == "`run` has no option `-v`." + Self.remedy)
    #expect(error("--JSON=1")?.hasPrefix("`run` has no option `--JSON=1`.") == true)
  }

  @Test func `a value is wanted where one belongs, and nowhere else`() {
    #expect(error("--count") == "`--count` needs a value after it: a number.")
    #expect(error("--json=1") == "`--json 1`: expected no value.")
  }

  @Test func `a value that an option does not accept is refused with what it accepts`() {
    #expect(error("--count", "many") == "`--count many`: expected a number.")
    #expect(error("--count=") == "`--count `: expected a number.")
    #expect(error("--name", "two words", "--count", "2") == "`--name two words`: expected a word.")
  }

  private static let remedy = " `swift run grader help run` lists its options."

  private func error(_ arguments: String...) -> String? {
    do throws(UsageError) {
      _ = try Options(arguments, known: Self.known, command: "run")
      return nil
    } catch {
      return error.description
    }
  }
}
