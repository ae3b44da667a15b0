import Testing

@testable import AuthoringKit

@Suite struct LinksWellFormedTests {
  @Test(
    arguments: [
      "http://www.rfc-editor.org/rfc/rfc1035#section-4.1.1", "https://rfc-editor.org/rfc/rfc1035",
      "https://www.rfc-editor.org/rfc/rfc1035.html#section-4.1.1", "https://www.rfc-editor.org/info/rfc1035",
      "https://www.rfc-editor.org/rfc/rfc1035#page-4", "https://www.rfc-editor.org/rfc/rfc0035",
      "https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1.",
      "https://datatracker.ietf.org/doc/html/rfc1035",
      "https://tools.ietf.org/html/rfc1035#section-4.1.1",
    ]) func `a link of another form is reported, with its line`(link: String)
  {
    let text = "// first\n// \(link)\n"
    let said = ":2: \(link): write https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1."
    let exercise = SampleExercise.exercise
    #expect(SampleExercise(page: text).findings(.linksWellFormed) == [exercise.page + said])
    #expect(SampleExercise(solution: text).findings(.linksWellFormed) == [exercise.solution + said])
    #expect(SampleExercise(suite: text).findings(.linksWellFormed) == [exercise.suiteFile + said])
    #expect(SampleChapter(page: text).findings(.chapterLinks) == [SampleChapter.path + said])
  }

  @Test(
    arguments: [
      "https://www.rfc-editor.org/rfc/rfc1035", "https://www.rfc-editor.org/rfc/rfc9110#section-4.2",
      "[a](https://www.rfc-editor.org/rfc/rfc9110#appendix-A.1)", "<https://www.rfc-editor.org/rfc/rfc791>",
      "https://nginx.org/en/docs", "no link: rfc-editor.org",
    ]) func `other links are left alone`(text: String)
  {
    #expect(SampleExercise(page: text).findings(.linksWellFormed) == [])
  }
}
