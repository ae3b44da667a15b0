import Testing

@testable import AuthoringKit
@testable import CurriculumKit
@testable import JudgeKit
@testable import SystemKit
@testable import TeachingKit

/// What strangers' code may not hold, and what it may.
@Suite struct LanguageRuleTests {
  private let curriculum: Curriculum

  init() throws { curriculum = try Curriculum(Workbook.find(from: TestWorkbook.origin)) }

  private func rules(_ code: String, stub: String = "") -> [String] {
    LanguageRule.violations(in: code, stub: stub).map(\.rule)
  }

  @Test(arguments: ForbiddenCode.all) func `code that attacks is refused by its rule`(row: ForbiddenCode)
    throws
  {
    let exercise = try #require(curriculum.exercises.first { $0.id == "1.1" })
    let text = try curriculum.workbook.text(exercise.solution)
    let handIn = HandIn(files: ["\(exercise.path).swift": Array((text + "\n" + row.code + "\n").utf8)])
    let subject = try Subject.handedIn(handIn, curriculum: curriculum)
    guard case .refused(let diagnostics) = try subject.submission(of: exercise) else {
      Issue.record("it was taken")
      return
    }
    let said = diagnostics.first { $0.message.contains("`\(row.rule)`") }
    #expect(said != nil, "\(diagnostics.map(\.message))")
    #expect((said?.line ?? 0) > text.lines.count - 1, "the line is told")
  }

  @Test func `each rule has a row`() {
    #expect(Set(ForbiddenCode.all.map(\.rule)) == Set(LanguageRule.table.map(\.name)))
    #expect(ForbiddenCode.all.count >= 40)
  }

  @Test func `each solution, alternative and recorded mistake keeps the rules`() throws {
    for exercise in curriculum.exercises {
      let stub = try curriculum.stub(of: exercise)
      let solution = try curriculum.workbook.text(exercise.solution)
      let folder = "\(Alternatives.folder)/\(exercise.chapter.folder)"
      let alternatives = Alternatives.names(
        of: exercise, among: try curriculum.workbook.namesIfPresent(in: folder) ?? [])
      func violations(_ text: String) -> [LanguageViolation] {
        LanguageRule.violations(in: text, stub: stub, ownTypes: LanguageRule.types(in: text))
      }
      let written = try alternatives.map { try curriculum.workbook.text("\(folder)/\($0)") }
      for text in [stub, solution] + written { #expect(violations(text) == [], "\(exercise.id)") }
      // All mistakes of an exercise are read at once, and each by itself where that finds something.
      let mistakes = try Mistakes.read(exercise, curriculum.workbook).mistakes
      let together = ([solution] + mistakes.flatMap(\.replace)).joined(separator: "\n")
      guard !violations(together).isEmpty else { continue }
      for text in mistakes.compactMap({ $0.applied(to: solution) }) {
        #expect(violations(text) == [], "\(exercise.id)")
      }
    }
  }

  @Test(arguments: [
    "// unsafe to trap here, and import Foundation is not needed\nlet a = 1",
    "let unsafeMethods: Set = [\"POST\"]\nfunc isUnsafe(_ m: String) -> Bool { unsafeMethods.contains(m) }",
    "let a = \"import Glibc\" + \"unsafe\"",
    "private struct Mine { private let _count = 1\n  var count: Int { _count } }",
    "let ratio = 6 / 3 + 8/2 - (9)/3",
    "let digits = /[0-9]+/\nlet found = \"12\".wholeMatch(of: digits) // twelve",
    "let a = \"1/2\".split(separator: \"/\") /* \"a/b\" */",
    "let a = #\"raw \"quotes\" \\d\"#",
    "let a = \"\"\"\n  \"quoted\" \\(1 + 2) text\n  \"\"\"",
    "@propertyWrapper struct Clamped { var wrappedValue = 1 }\nstruct B { @Clamped var c }",
    "func run(_ body: @escaping @Sendable () -> Void) {}",
    "#if DEBUG\nlet a = #line\n#endif",
    "var open = [1]\nfunc a() { open.append(2) }",
    "func a(_ open: Int) -> Int {\n  let was = open\n  var rest = open\n  rest += 1\n  return was + rest\n}",
    "enum A { case open\n case shut }\nfunc a(_ b: A) { switch b { case .open:\n var c = 1; c += 1\n default: break } }",
    "let `default` = 1\nfunc b(for package: Int) -> Int { package }",
    "struct Mine: Comparable { static func < (a: Mine, b: Mine) -> Bool { true } }",
    "let a = 1 //\n/**/ let b = 2 /* /* */ */",
    "for index in 0...3 where index % 2 == 0 { print(index, terminator: \"\") }",
  ])
  func `honest code is taken`(code: String) {
    #expect(LanguageRule.violations(in: code, ownTypes: LanguageRule.types(in: code)) == [])
  }

  @Test func `what the stub makes public may be, and as often`() {
    let stub =
      "public struct Ring {\n  public init() throws {}\n  public mutating func add(_ a: Int) throws {}\n}"
    #expect(rules(stub, stub: stub) == [])
    #expect(rules(stub.replacing("_ a: Int", with: "_ node: Int"), stub: stub) == [])
    #expect(rules(stub + "\nextension Ring { public init(a: Int) {} }", stub: stub) == ["public"])
    #expect(rules(stub + "\nextension Ring: Equatable {}", stub: stub) == [])
  }

  @Test func `no text stops the rules`() throws {
    var random = TestRandom(seed: 5)
    let pieces = [
      "\"", "\"\"\"", "#\"", "\"#", "\\(", ")", "/", "/*", "*/", "//", "\n", "\r", "\r\n", "`", "@", "#",
      "public ",
      "import ", "func ", "é", "\u{0}", "{", "}", "[", "]", "_a", "unsafe ", "0x", "\\", "'", "%", "init",
      ".",
    ]
    for _ in 0..<4000 {
      let text = (0..<Int.random(in: 0..<24, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      _ = LanguageRule.violations(in: text, stub: text, ownTypes: LanguageRule.types(in: text))
    }
  }
}
