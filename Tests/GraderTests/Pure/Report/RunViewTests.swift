import Testing

@testable import GraderKit
@testable import JudgeKit

/// What `run` shows of an exercise.
@Suite struct RunViewTests {
  private func test(_ number: Int, _ verdict: TestVerdict, _ message: String? = nil) -> Report.TestPart {
    Report.TestPart(
      name: "rule \(number)", verdict: verdict, reference: nil,
      issues: message.map { [TestIssue(message: $0)] } ?? [], number: number)
  }

  private func unwritten(_ number: Int) -> Report.TestPart {
    Report.TestPart(
      name: "rule \(number)", verdict: .failed, reference: nil,
      issues: [.notStarted(in: "Exercises/a.swift")], number: number)
  }

  private func part(_ verdict: ExerciseVerdict, _ tests: [Report.TestPart]) -> Report.ExercisePart {
    Report.ExercisePart(
      id: "1.4", name: "Text", title: "Read text", file: "Exercises/a.swift", verdict: .judged(verdict),
      tests: tests, diagnostics: [])
  }

  private func text(_ part: Report.ExercisePart, width: Int = 80, startsWithDiagnosis: Bool = false) -> String
  {
    RunView(
      report: Report(only: part), style: Style(isColored: false), width: width,
      startsWithDiagnosis: startsWithDiagnosis
    ).text
  }

  @Test func `a failing test has its number, and those that are not shown are named by theirs`() {
    let tests = (1...6).map { test($0, $0 == 2 ? .passed : .failed, $0 == 2 ? nil : "expected \($0)") }
    #expect(
      text(part(.failing, tests)) == """
        ✗ 1.4 Read text · failing, 1 of 6 tests pass

          ✗ 1. rule 1
              expected 1

          ✗ 3. rule 3
              expected 3

          ✗ 4. rule 4
              expected 4

          … and 2 more tests fail: 5, 6
        """)
  }

  @Test func `a half-done exercise looks half done`() {
    var half = part(.failing, [test(1, .passed), test(2, .passed), unwritten(3), unwritten(4)])
    half.unwritten = ["writeText", "compareText"]
    #expect(
      text(half) == """
        ✗ 1.4 Read text · half done, 2 of 2 tests pass, 2 not started
          Not written yet: writeText, compareText

          · 3. rule 3
              threw: not started: write it in Exercises/a.swift, line 7
        """)
    half.tests[1] = test(2, .failed, "expected 2")
    #expect(
      text(half) == """
        ✗ 1.4 Read text · failing, 1 of 2 tests pass, 2 not started
          Not written yet: writeText, compareText

          ✗ 2. rule 2
              expected 2
        """, "what fails comes alone")
  }

  @Test func `a long value stays in the column after its label, and a place that two share is told once`() {
    var failing = test(1, .failed)
    failing.issues = (1...3).map {
      TestIssue(
        message: "no", file: "Tests/01/01-ATests.swift", line: 9,
        failure: CheckFailure(
          call: "read(_:)", input: "1", expected: "one two three four five \($0)", actual: "none", rule: "all"
        ))
    }
    #expect(
      text(part(.failing, [failing]), width: 34) == """
        ✗ 1.4 Read text · failing, 0 of 1
          test pass

          ✗ 1. rule 1
              read(_:)
                of        1
                expected  one two three
                          four five 1
                got       none
                all
              read(_:)
                of        1
                expected  one two three
                          four five 2
                got       none
                all
              Tests/01/01-ATests.swift:9
              … and 1 more
        """)
  }

  @Test func `where several tests fail, one case of each is told`() {
    let tests = (1...2).map { number in
      var failing = test(number, .failed)
      failing.issues = (1...2).map { TestIssue(message: "case \($0)") }
      return failing
    }
    #expect(
      text(part(.failing, tests)) == """
        ✗ 1.4 Read text · failing, 0 of 2 tests pass

          ✗ 1. rule 1
              case 1
              … and 1 more

          ✗ 2. rule 2
              case 1
              … and 1 more
        """)
  }

  @Test func `some functions written is half done, though every test needs the others`() {
    var half = part(.failing, [unwritten(1), unwritten(2)])
    half.unwritten = ["pick"]
    let start = "✗ 1.4 Read text · half done, 2 tests not started\n  Not written yet: pick\n"
    #expect(text(half).hasPrefix(start))
  }

  @Test func `where every test meets an unwritten function, nothing has been judged yet`() {
    #expect(
      text(part(.failing, [unwritten(1), unwritten(2)])).hasPrefix(
        "✗ 1.4 Read text · not started (2 tests)\n"))
  }

  @Test func `what the code printed comes below the failures, and the diagnosis last`() {
    var printing = part(.failing, [test(1, .failed, "expected 1")])
    printing.output = "offset 12\n… 30 more lines …\n\nend"
    printing.diagnosis = Diagnosis(mistake: "reads it backwards", hint: "Which comes first?")
    #expect(
      text(printing) == """
        ✗ 1.4 Read text · failing, 0 of 1 test pass

          ✗ 1. rule 1
              expected 1

          Your code printed:
            offset 12
            … 30 more lines …

            end

          Looks like: reads it backwards.
          Which comes first?
        """)
    let lines = text(printing, startsWithDiagnosis: true).split(separator: "\n")
    #expect(lines[1] == "  Looks like: reads it backwards.")
    #expect(lines.last == "    end")
  }

  @Test func `what a solved exercise printed is shown, too`() {
    var printing = part(.solved, [test(1, .passed)])
    printing.output = "done"
    #expect(text(printing) == "✓ 1.4 Read text · solved (1 test)\n\n  Your code printed:\n    done")
  }

  @Test(arguments: [20, 40, 60]) func `nothing is wider than the terminal`(width: Int) {
    var failing = test(1, .failed, "many words to be broken, and more of them")
    failing.issues.append(.fixture(String(repeating: "0123456789 ", count: 9)))
    failing.issues[1].failure?.kind = .steps
    failing.issues[1].failure?.steps = ["1. call() gave many words to be broken, and more of them"]
    var wide = part(.failing, [failing, unwritten(2)])
    wide.output = String(repeating: "0123456789", count: 30)
    wide.unwritten = ["oneOfThem", "another", "third", "andStillOneMore"]
    let rows = text(wide, width: width).split(separator: "\n").filter { $0.count > width }
    #expect(rows == [])
  }
}
