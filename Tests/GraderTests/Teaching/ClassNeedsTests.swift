import Testing

@testable import CurriculumKit
@testable import GraderKit
@testable import JudgeKit
@testable import TeachingKit

/// What a class needs most comes first.
@Suite struct ClassNeedsTests {
  private let nothing: Report

  init() throws { nothing = Report([:], curriculum: try MiniWorkbook().curriculum, subject: .exercises) }

  /// Submissions of 1.1, 1.2 and 1.3: a letter a verdict, as the map has them, and the mistakes that were recognised.
  private func grade(_ name: String, _ marks: String, mistakes: [Int: String] = [:], refused: String? = nil)
    -> GradeReport
  {
    let parts = marks.enumerated().map { number, mark in
      Report.ExercisePart(
        id: "1.\(number + 1)", name: "E\(number + 1)", title: "Title <\(number + 1)>", file: "",
        verdict: ClassStyle.marks.first { $0.sign == String(mark) }?.verdict ?? .notJudged, tests: [],
        diagnostics: [], diagnosis: mistakes[number + 1].map { Diagnosis(mistake: $0, hint: "h") })
    }
    var report = nothing
    report.chapters = [
      Report.ChapterPart(
        number: 1, name: "One", title: "Chapter", solved: 0, total: parts.count, exercises: parts)
    ]
    report.total = parts.count
    report.solved = parts.count { $0.verdict == .solved }
    return GradeReport(submission: name, isolation: .none, refused: refused, ignored: [], report: report)
  }

  private var grades: [GradeReport] {
    [
      grade("ada", "✓✗·", mistakes: [2: "<m> two"]), grade("bob", "✓✗·", mistakes: [2: "<m> two"]),
      grade("cyd", "✓✓·"), grade("dan", "✗!·", mistakes: [1: "one"]), grade("eve", "✓∞✗"),
    ]
  }

  @Test func `the least share of those who began comes first, and what hardly anybody began last`() {
    let needs = ClassNeeds(ClassFacts(grades))
    // 1.3 was begun by one of five, and solved by none.
    #expect(needs.exercises.map(\.id) == ["1.2", "1.1", "1.3"])
    #expect(
      needs.mistakes == [
        .init(exercise: "1.2", name: "<m> two", count: 2), .init(exercise: "1.1", name: "one", count: 1),
      ])
    #expect(needs.unrecognised == 3)
  }

  @Test func `the page begins with it`() throws {
    let page = ClassPage(facts: ClassFacts(grades)).html
    let need = try #require(page.firstRange(of: "What the class does not know"))
    let map = try #require(page.firstRange(of: "<table class=\"map"))
    #expect(need.lowerBound < map.lowerBound)
    let first = page[need.upperBound..<map.lowerBound]
    #expect(first.contains("<li><b>1 of 5</b> 1.2 Title &lt;2&gt;</li>"))
    #expect(first.contains("<li><b>2</b> &lt;m&gt; two (1.2)</li>"))
    #expect(first.contains("3 failures in all without a recognised mistake."))
    let details = page[try #require(page.firstRange(of: "What went wrong")).upperBound...]
    let order = details.matches(of: /<h3>(1\.\d)/).map { String($0.1) }
    #expect(order == ["1.2", "1.1", "1.3"])
    #expect(details.contains("solved by 1 of the 5 who began · 2 failing · 1 crashed · 1 hung"))
    #expect(details.contains("solved by 0 of the 1 who began · 4 not started · 1 failing"))
    #expect(details.contains("<b>2</b> <i>no recognised mistake</i>"))
  }

  @Test func `nothing unsolved, nothing to say`() {
    let page = ClassPage(facts: ClassFacts([grade("ada", "✓··")])).html
    #expect(!page.contains("does not know") && page.contains("Nothing that was begun is unsolved."))
  }

  @Test func `the legend has the verdicts that occur, and the map its titles on paper`() throws {
    let page = ClassPage(facts: ClassFacts(grades)).html
    let legend = try #require(page.firstMatch(of: /(?s)<ul class="legend">(.*?)<\/ul>/)).1
    for word in ["solved", "failing", "crashed", "hung", "not started"] {
      #expect(legend.contains("</span> \(word)</li>"))
    }
    for word in ["refused", "waiting", "compile"] { #expect(!legend.contains(word)) }
    #expect(page.contains("<li><b>1.2</b> Title &lt;2&gt;</li>"))
    #expect(page.contains(">1.2</th>"))
  }

  @Test func `what was refused as a whole is apart, with the reason, and without it where names are hidden`()
  {
    let all = grades + [grade("zoë", "rrr", refused: "zoë/<x> is a link")]
    let page = ClassPage(facts: ClassFacts(all)).html
    #expect(page.contains("1 submission, of which nothing was judged."))
    #expect(page.contains("<li><b>zoë</b> zoë/&lt;x&gt; is a link</li>"))
    let hidden = ClassPage(facts: ClassFacts(all, hidingNames: true)).html
    #expect(hidden.contains("Refused as a whole") && !hidden.contains("zoë"))
    #expect(!ClassPage(facts: ClassFacts(grades)).html.contains("Refused as a whole"))
  }

  @Test func `rows have the students' names where they are known`() {
    let page = ClassPage(facts: ClassFacts(grades, names: ["ada": "Ada <L>"])).html
    #expect(page.contains(">Ada &lt;L&gt;</th>") && !page.contains(">ada<") && page.contains(">bob</th>"))
  }

  @Test(arguments: [(3, false, false), (7, true, false), (24, true, true)])
  func `a map of many columns says that it goes on, and one of very many is drawn smaller`(
    columns: Int, goesOn: Bool, isSmall: Bool
  ) {
    let page = ClassPage(facts: ClassFacts([grade("ada", String(repeating: "✓", count: columns))])).html
    #expect(page.contains("<p class=\"sideways\">") == goesOn)
    #expect(page.contains("<table class=\"map many\">") == isSmall)
    #expect(page.contains("<div class=\"wide\" role=\"region\" tabindex=\"0\""))
  }
}
