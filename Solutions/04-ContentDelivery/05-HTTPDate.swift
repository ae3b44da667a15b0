import PostRoad

/// Reads a date of HTTP: seconds since 1970-01-01 00:00:00 UTC, negative before.
///
/// A date has one of three forms, with exactly these spaces and these numbers of digits:
///
/// ```
/// Sun, 06 Nov 1994 08:49:37 GMT       the form of today
/// Sunday, 06-Nov-94 08:49:37 GMT      RFC 850: the day's full name, and a year of two digits
/// Sun Nov  6 08:49:37 1994            asctime: a day below 10 has two digits, or a space and one
/// ```
///
/// - Letter case does not count. The first two forms end with GMT; no other zone is read.
/// - The name of the day has to be a name of a day. Whether it is that day's is not looked at.
/// - Years are those of the Gregorian calendar, 0000 to 9999. The day has to exist in its month.
/// - Hours are 00 to 23, minutes and seconds 00 to 59. `23:59:60` is a leap second; it counts as the second before it.
/// - A year of two digits is the latest year with these digits in which the date is at most 50 years after `now`: the same day
///   and time 50 years earlier is not after `now`. Whether its day exists is asked in that year.
///
/// - Parameters:
///   - text: the value of a field, without white space around it.
///   - now: the cache's clock, of the years 1970 to 9900. It matters to years of two digits alone.
/// - Throws: `HTTP.DateError.notADate(_:)` with the text for everything else.
///
/// Source: [RFC 9110 §5.6.7](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7); letter case, zones and what is finer than
/// our clock: [RFC 9111 §4.2](https://www.rfc-editor.org/rfc/rfc9111#section-4.2).
public func parseHTTPDate(_ text: String, now: Int) throws -> Int {
  // <write>
  // 1. Find out which of the three forms it is, and where its parts are.
  guard let parts = parts(of: split(HTTP.lowercaseASCII(text), " ")) else {
    throw HTTP.DateError.notADate(text)
  }
  // 2. Read the numbers. Each has its number of digits.
  let time = split(parts.time, ":").map { number($0, digits: 2) ?? 99 }
  guard let day = number(parts.day, digits: 2), let month = months.firstIndex(of: parts.month),
    var year = number(parts.year, digits: parts.year.utf8.count), time.count == 3
  else { throw HTTP.DateError.notADate(text) }
  // 3. Does the day have such a second? Our clock has no 60th one.
  let isLeapSecond = time == [23, 59, 60]
  guard time[0] < 24, time[1] < 60, time[2] < 60 || isLeapSecond else {
    throw HTTP.DateError.notADate(text)
  }
  let second = (time[0] * 60 + time[1]) * 60 + time[2] - (isLeapSecond ? 1 : 0)
  // 4. A year of two digits: which century is it?
  if parts.year.utf8.count == 2 {
    year += 9900
    while days(year - 50, month, day) * 86_400 + second > now { year -= 100 }
  }
  // 5. Does the month of that year have such a day?
  let length = days(year, month + 1, 1) - days(year, month, 1)
  guard (1...length).contains(day) else { throw HTTP.DateError.notADate(text) }
  return days(year, month, day) * 86_400 + second
  // </write>
}

// <declare>
// 6. Helpers of your own are welcome here.
private let longDays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
private let shortDays = longDays.map { String($0.prefix(3)) }
private let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

private func parts(of words: [String]) -> (day: String, month: String, year: String, time: String)? {
  let isShort = shortDays.contains(words[0])
  switch words.count {
  case 6 where shortDays.contains { words[0] == $0 + "," } && words[3].utf8.count == 4 && words[5] == "gmt":
    return (words[1], words[2], words[3], words[4])
  case 4 where longDays.contains { words[0] == $0 + "," } && words[3] == "gmt":
    let date = split(words[1], "-")
    return date.count == 3 && date[2].utf8.count == 2 ? (date[0], date[1], date[2], words[2]) : nil
  case 5 where isShort && words[4].utf8.count == 4: return (words[2], words[1], words[4], words[3])
  case 6 where isShort && words[2].isEmpty && words[5].utf8.count == 4:
    return ("0" + words[3], words[1], words[5], words[4])
  default: return nil
  }
}

private func split(_ text: String, _ separator: Unicode.Scalar) -> [String] {
  text.unicodeScalars.split(separator: separator, omittingEmptySubsequences: false).map { String($0) }
}

private func number(_ text: String, digits: Int) -> Int? {
  guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
  return Int(text)
}

/// The days from 1970-01-01 to a day. Months count from 0, and month 12 is the next January.
private func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
  // A year that begins in March ends with its leap day. 400 years have 146,097 days, and are added to stay above 0.
  let marchYear = year + 400 - (month < 2 ? 1 : 0)
  let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
  return marchYear * 365 + leapDays + ((month + 10) % 12 * 153 + 2) / 5 + day - 1 - 719_468 - 146_097
}
// </declare>
