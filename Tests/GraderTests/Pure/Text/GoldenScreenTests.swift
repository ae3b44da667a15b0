import Testing

@Suite struct GoldenScreenTests {
  @Test func `how often a suite calls what prints is not compared`() {
    #expect(
      GoldenScreen.withoutSuiteNumbers("    … 1107 more lines …\n↓ 7 more lines: Space")
        == "    … N more lines …\n↓ 7 more lines: Space")
  }

  @Test func `a screen is compared without the lines of the course's suites`() {
    let screen =
      "  Tests/01-DNSMessages/01-HeaderTests.swift:15\n  Exercises/01-DNSMessages/01-Header.swift:15:3\n"
    let blind =
      "  Tests/01-DNSMessages/01-HeaderTests.swift:N\n  Exercises/01-DNSMessages/01-Header.swift:15:3\n"
    #expect(GoldenScreen.withoutSuiteNumbers(screen) == blind)
    #expect(GoldenScreen.withoutSuiteNumbers(blind) == blind, "what was recorded so stays as it is")
  }
}
