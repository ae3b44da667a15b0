/// What lies on the bench for one chapter: the files under judgement and the suites that judge them.
struct Laying {
  let chapter: Chapter
  /// File name to content: `01-Header.swift`.
  var subjects: [String: [UInt8]] = [:]
  /// File name to content: `01-HeaderTests.swift`.
  var suites: [String: [UInt8]] = [:]
}
