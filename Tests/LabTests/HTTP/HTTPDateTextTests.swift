import ContentDelivery
import LabKit
import Testing

@Suite struct HTTPDateTextTests {
  // RFC 9110 §5.6.7; exercise 4.5 reads what is written.
  @Test(arguments: [0, 784_111_777, 951_782_399, 951_782_400, 1_709_251_199, 4_102_444_800])
  func `a date is read as it was written`(
    _ seconds: Int
  ) throws {
    #expect(try parseHTTPDate(httpDateText(seconds), now: 0) == seconds)
  }

  @Test func `the example of RFC 9110`() {
    #expect(httpDateText(784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
  }
}
