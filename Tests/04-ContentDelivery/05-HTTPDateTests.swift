import ContentDelivery
import ContentDeliverySupport
import PostRoad
import TestSupport
import Testing

@Suite struct HTTPDateTests {
  /// Sun, 09 Sep 2001 01:46:40 GMT.
  private let september2001 = 1_000_000_000

  private func read(_ text: String, _ seconds: Int, _ rule: String, now: Int = 1_000_000_000) throws {
    try check("parseHTTPDate(_:now:)", (text, now: now), returns: seconds, rule) {
      try parseHTTPDate($0.0, now: $0.now)
    }
  }

  private func refuse(_ text: String, _ rule: String, now: Int = 1_000_000_000) throws {
    try check("parseHTTPDate(_:now:)", (text, now: now), throws: HTTP.DateError.notADate(text), rule) {
      try parseHTTPDate($0.0, now: $0.now)
    }
  }

  // RFC 9110 §5.6.7: its three examples
  @Test func `one moment has three forms`() throws {
    try read("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777, "the form of today")
    try read("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777, "RFC 850's form")
    try read("Sun Nov  6 08:49:37 1994", 784_111_777, "asctime's form")
  }

  // RFC 9110 §5.6.7: date3 = month SP ( 2DIGIT / ( SP 1DIGIT ))
  @Test func `the day of asctime has two places`() throws {
    try read("Mon Sep 28 00:00:00 2026", 1_790_553_600, "two digits")
    try read("Sun Nov 06 08:49:37 1994", 784_111_777, "a zero at the front is a digit")
    for text in [
      "Sun Nov 6 08:49:37 1994", "Sun Nov   6 08:49:37 1994", "Sun Nov  06 08:49:37 1994",
      "Sun Nov  16 08:49:37 1994", "Sun Nov  0 08:49:37 1994",
    ] {
      try refuse(text, "one digit has one more space before it, and two have none")
    }
  }

  // POSIX: seconds since the Epoch; computed with Python's datetime
  @Test func `seconds are counted from the first of 1970, in both directions`() throws {
    for (text, seconds) in [
      ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Thu, 01 Jan 1970 00:00:01 GMT", 1),
      ("Thu, 01 Jan 1970 00:01:00 GMT", 60), ("Thu, 01 Jan 1970 01:00:00 GMT", 3600),
      ("Wed, 31 Dec 1969 23:59:59 GMT", -1), ("Tue, 19 Jan 2038 03:14:08 GMT", 2_147_483_648),
      ("Mon, 01 Jan 0001 00:00:00 GMT", -62_135_596_800), ("Fri, 31 Dec 9999 23:59:59 GMT", 253_402_300_799),
      ("Sat, 01 Jan 0000 00:00:00 GMT", -62_167_219_200), ("Wed Jun  2 00:00:00 1982", 391_824_000),
    ] {
      try read(text, seconds, "Python's datetime counts the same")
    }
  }

  // The Gregorian calendar; computed with Python's datetime
  @Test func `a leap year is one of four, but not of a hundred, but of four hundred`() throws {
    try read("Tue, 29 Feb 2000 12:00:00 GMT", 951_825_600, "2000 is a leap year")
    try read("Thu, 29 Feb 2024 00:00:00 GMT", 1_709_164_800, "so is 2024")
    try read("Thu, 01 Mar 1900 00:00:00 GMT", -2_203_891_200, "1900 is none")
    try read("Mon, 01 Mar 2100 00:00:00 GMT", 4_107_542_400, "nor is 2100")
    for year in ["1900", "2100", "2023", "2001", "9999", "0001"] {
      try refuse("Thu, 29 Feb \(year) 00:00:00 GMT", "\(year) has no 29 February")
    }
  }

  // A month has so many days
  @Test func `the day exists in its month`() throws {
    for month in ["Jan", "Mar", "May", "Jul", "Aug", "Oct", "Dec"] {
      try check(
        "parseHTTPDate(_:now:), 31 \(month) less 30 \(month)", 2001, returns: 86_400, "it has 31 days"
      ) {
        year in
        try parseHTTPDate("Mon, 31 \(month) \(year) 00:00:00 GMT", now: september2001)
          - parseHTTPDate("Mon, 30 \(month) \(year) 00:00:00 GMT", now: september2001)
      }
      try refuse("Mon, 32 \(month) 2001 00:00:00 GMT", "no month has 32 days")
    }
    for text in [
      "Mon, 31 Apr 2001 00:00:00 GMT", "Mon, 31 Jun 2001 00:00:00 GMT", "Mon Sep 31 00:00:00 2001",
      "Monday, 31-Nov-01 00:00:00 GMT", "Mon, 30 Feb 2000 00:00:00 GMT", "Mon, 00 Jan 2001 00:00:00 GMT",
      "Mon, 99 Jan 2001 00:00:00 GMT",
    ] {
      try refuse(text, "there is no such day")
    }
  }

  // RFC 9110 §5.6.7: 00:00:00 - 23:59:60 (leap second); RFC 9111 §4.2: the nearest time equal to or earlier
  @Test func `a leap second counts as the second before it`() throws {
    try read("Sat, 31 Dec 2016 23:59:59 GMT", 1_483_228_799, "the last one that our clock knows")
    try read("Sat, 31 Dec 2016 23:59:60 GMT", 1_483_228_799, "not the first one of the next day")
    try read("Sat Dec 31 23:59:60 2016", 1_483_228_799, "in every form")
    try read("Saturday, 31-Dec-16 23:59:60 GMT", 1_483_228_799, "in every form", now: 1_483_228_799)
  }

  // RFC 9110 §5.6.7
  @Test func `the time exists`() throws {
    for time in [
      "24:00:00", "23:60:00", "23:59:61", "12:00:60", "23:58:60", "22:59:60", "99:00:00", "00:99:00",
      "8:49:37",
      "08:9:37", "08:49:7", "008:49:37", "08:49", "08:49:37:00", "08.49.37", "084937", ":49:37", "-1:49:37",
      "08:49:+7",
      "08:49:37.5", "",
    ] {
      try refuse("Sun, 06 Nov 1994 \(time) GMT", "no hour 24, no minute 60, a second 60 at 23:59 alone")
    }
  }

  // RFC 9111 §4.2: match case-insensitively; cache-tests, freshness-expires-wrong-case
  @Test func `letter case does not count`() throws {
    for text in [
      "SUN, 06 NOV 1994 08:49:37 GMT", "sun, 06 nov 1994 08:49:37 gmt", "SuNdAy, 06-nOv-94 08:49:37 gMt",
      "SUN NOV  6 08:49:37 1994",
    ] {
      try read(text, 784_111_777, "names of days, months and zones have any letter case")
    }
  }

  // RFC 9111 §4.2: a zone other than GMT is invalid; cache-tests, freshness-expires-invalid-utc
  @Test func `no zone but GMT is read`() throws {
    for zone in ["UTC", "EST", "+0000", "Z", "CET", "GMT+1", "G MT", "GMT GMT", ""] {
      try refuse("Sun, 06 Nov 1994 08:49:37 \(zone)", "a cache takes it for no date")
      try refuse("Sunday, 06-Nov-94 08:49:37 \(zone)", "a cache takes it for no date")
    }
    try refuse("Sun, 06 Nov 1994 08:49:37", "the zone is missing")
    try refuse("Sun Nov  6 08:49:37 1994 GMT", "asctime's form has none")
    try refuse("Sun Nov  6 08:49:37 GMT 1994", "asctime's form has none")
  }

  // Our rule: a name of a day, and no more
  @Test func `the name of the day is not compared with the date`() throws {
    for day in ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] {
      try read("\(day), 06 Nov 1994 08:49:37 GMT", 784_111_777, "it was a Sunday, and that does not matter")
      try read("\(day) Nov  6 08:49:37 1994", 784_111_777, "it was a Sunday, and that does not matter")
    }
    for day in ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] {
      try read("\(day), 06-Nov-94 08:49:37 GMT", 784_111_777, "it was a Sunday, and that does not matter")
    }
    for text in [
      "Son, 06 Nov 1994 08:49:37 GMT", "Sunday, 06 Nov 1994 08:49:37 GMT", "Sun, 06-Nov-94 08:49:37 GMT",
      "Sunday Nov  6 08:49:37 1994", ", 06 Nov 1994 08:49:37 GMT", "06 Nov 1994 08:49:37 GMT",
      "Sunda, 06-Nov-94 08:49:37 GMT", "Xyz Nov  6 08:49:37 1994", "Sun,, 06 Nov 1994 08:49:37 GMT",
      "Xyz Nov 06 08:49:37 1994", "Sunday Nov 06 08:49:37 1994",
    ] {
      try refuse(text, "each form has its names of days")
    }
  }

  // RFC 9110 §5.6.7: fixed forms; RFC 9111 §5.3: `Expires: 0`; cache-tests, expires-parse
  @Test func `nothing else is a date`() throws {
    for text in [
      "", "0", "-1", "now", "784111777", "1994-11-06T08:49:37Z", "Sun, 6 Nov 1994 08:49:37 GMT",
      "Sun, 06  Nov 1994 08:49:37 GMT", " Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT ",
      "Sun 06 Nov 1994 08:49:37 GMT", "Sun, 06-Nov-1994 08:49:37 GMT", "Sun, 06 Nov 94 08:49:37 GMT",
      "Sunday, 06-Nov-1994 08:49:37 GMT", "Sunday, 6-Nov-94 08:49:37 GMT", "Sunday, 06-Nov-94-1 08:49:37 GMT",
      "Sun Nov  6 08:49:37 94", "Sun Nov 06 08:49:37 94", "Sun Nov x 6 08:49:37 1994",
      "Sun, 06 November 1994 08:49:37 GMT", "Sun, 06 11 1994 08:49:37 GMT",
      "Sun, 06 Nov 01994 08:49:37 GMT", "Sun, 06 Nov +994 08:49:37 GMT", "Sun, ٠٦ Nov 1994 08:49:37 GMT",
      "Sunday, 06-Nov-+4 08:49:37 GMT", "Sun,\t06 Nov 1994 08:49:37 GMT",
      "Sun, 06 Nov 1994 08:49:37 GMT, again",
      "Sun, 06 anf 1994 08:49:37 GMT", "ſun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06/Nov/94 08:49:37 GMT",
      "Sun, Nov 06 1994 08:49:37 GMT", "Sun Nov  6 1994 08:49:37",
    ] {
      try refuse(text, "one of three forms, with these spaces and so many digits")
    }
  }

  // RFC 9110 §5.6.7: more than 50 years in the future is the past; dart-lang/http #1939, undici #5670
  @Test func `two digits are the latest year that is at most 50 years away`() throws {
    for (text, seconds) in [
      ("Saturday, 09-Sep-51 01:46:39 GMT", 2_577_836_799),
      ("Saturday, 09-Sep-51 01:46:40 GMT", 2_577_836_800),
      ("Sunday, 09-Sep-51 01:46:41 GMT", -577_923_199), ("Monday, 10-Sep-51 00:00:00 GMT", -577_843_200),
      ("Tuesday, 02-Jan-01 03:04:05 GMT", 978_404_645),
      ("Tuesday, 01-Jan-36 00:00:00 GMT", 2_082_758_400), ("Friday, 31-Dec-99 23:59:59 GMT", 946_684_799),
    ] {
      try read(text, seconds, "it is 01:46:40 on 9 September 2001: until then in 2051, and no later")
    }
  }

  // RFC 9110 §5.6.7: relative to now; computed with Python's datetime
  @Test func `which century that is depends on now`() throws {
    for (text, now, seconds) in [
      ("Wednesday, 01-Jan-36 00:00:00 GMT", 0, -1_073_001_600),  // 1970 -> 1936
      ("Sunday, 15-Jun-10 00:00:00 GMT", 2_854_483_200, 4_432_233_600),  // 2060 -> 2110
      ("Monday, 01-Jan-80 00:00:01 GMT", 5_049_129_600, 3_471_292_801),  // 2130 -> 2080
      ("Saturday, 01-Jan-80 00:00:00 GMT", 5_049_129_600, 6_626_966_400),  // 2130 -> 2180
      ("Thursday, 26-Nov-76 00:00:00 GMT", 1_795_651_200, 3_373_574_400),  // 2026 -> 2076
      ("Friday, 26-Nov-76 00:00:01 GMT", 1_795_651_200, 217_814_401),  // 2026 -> 1976
    ] {
      try read(text, seconds, "the clock decides, not a fixed year", now: now)
    }
    for now in [0, -5, .max, september2001] {
      try read("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777, "four digits need no clock", now: now)
      try read("Fri Dec 31 23:59:59 9999", 253_402_300_799, "four digits need no clock", now: now)
    }
  }

  // Our rule: the year is chosen first
  @Test func `29 February is asked for in the year that was chosen`() throws {
    try read("Tuesday, 29-Feb-00 12:00:00 GMT", 951_825_600, "in 2001 the year is 2000, a leap year")
    try refuse(
      "Monday, 29-Feb-00 12:00:00 GMT", "in 2060 the year is 2100, which has no such day", now: 2_854_483_200)
  }

  // CalendarWalk writes a date in all three forms, and walks to it
  @Test func `random dates are read in every form`() throws {
    var random = SeededRandom(seed: 405)
    for _ in 0..<300 {
      let year = Int.random(in: 0...9999, using: &random)
      let month = Int.random(in: 1...12, using: &random)
      let day = Int.random(in: 1...CalendarWalk.months(of: year)[month - 1], using: &random)
      let time = Int.random(in: 0..<86_400, using: &random)
      let seconds = CalendarWalk.seconds(year, month, day, time)
      for (form, text) in CalendarWalk.texts(year, month, day, time).enumerated()
      where form != 1 || (1970...9800).contains(year) {
        let away = Int.random(in: -49...49, using: &random) * 31_556_952
        try read(
          text, seconds, "CalendarWalk has walked there", now: max(0, min(250_000_000_000, seconds + away)))
      }
    }
  }
}
